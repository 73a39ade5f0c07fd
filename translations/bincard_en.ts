<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>bincard::BalancesPage</name>
    <message numerus="yes">
        <source>%n item(s) below the reorder point.</source>
        <translation>
            <numerusform>%n item below the reorder point.</numerusform>
            <numerusform>%n items below the reorder point.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) below the reorder point lie in no warehouse.</source>
        <translation>
            <numerusform>%n item below the reorder point lies in no warehouse.</numerusform>
            <numerusform>%n items below the reorder point lie in no warehouse.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::CodePage</name>
    <message numerus="yes">
        <source>Copied %n line(s).</source>
        <translation>
            <numerusform>Copied %n line.</numerusform>
            <numerusform>Copied %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::ConnectDialog</name>
    <message numerus="yes">
        <source>It works: %1, %n document(s).</source>
        <translation>
            <numerusform>It works: %1, %n document.</numerusform>
            <numerusform>It works: %1, %n documents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::DashboardPage</name>
    <message numerus="yes">
        <source>at cost, in %n warehouse(s)</source>
        <translation>
            <numerusform>at cost, in %n warehouse</numerusform>
            <numerusform>at cost, in %n warehouses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::DataTable</name>
    <message numerus="yes">
        <source>%n row(s) selected</source>
        <translation>
            <numerusform>%n row selected</numerusform>
            <numerusform>%n rows selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>Copied %n row.</numerusform>
            <numerusform>Copied %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::DocumentEditorPage</name>
    <message numerus="yes">
        <source>%1 was not saved when the program ended on %2. It has %n line(s).</source>
        <translation>
            <numerusform>%1 was not saved when the program ended on %2. It has %n line.</numerusform>
            <numerusform>%1 was not saved when the program ended on %2. It has %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::DocumentLinesModel</name>
    <message numerus="yes">
        <source>Remove %n line(s)</source>
        <translation>
            <numerusform>Remove %n line</numerusform>
            <numerusform>Remove %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s)</source>
        <translation>
            <numerusform>Paste %n line</numerusform>
            <numerusform>Paste %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; has more than %n decimal(s).</source>
        <translation>
            <numerusform>&quot;%1&quot; has more than %n decimal.</numerusform>
            <numerusform>&quot;%1&quot; has more than %n decimals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::DocumentsPage</name>
    <message numerus="yes">
        <source>The first %n documents; scroll for more</source>
        <translation>
            <numerusform>The first document; scroll for more</numerusform>
            <numerusform>The first %n documents; scroll for more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::EffectTable</name>
    <message numerus="yes">
        <source>%n movement(s) will be posted.</source>
        <translation>
            <numerusform>%n movement will be posted.</numerusform>
            <numerusform>%n movements will be posted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s) will be posted</source>
        <translation>
            <numerusform>%n movement will be posted</numerusform>
            <numerusform>%n movements will be posted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reversed.</source>
        <translation>
            <numerusform>%n reversed.</numerusform>
            <numerusform>%n reversed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The book would refuse this: %n balance(s) would fall below zero.</source>
        <translation>
            <numerusform>The book would refuse this: %n balance would fall below zero.</numerusform>
            <numerusform>The book would refuse this: %n balances would fall below zero.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::GridView</name>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) pasted.</source>
        <translation>
            <numerusform>%n row pasted.</numerusform>
            <numerusform>%n rows pasted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::ImportPage</name>
    <message numerus="yes">
        <source>%Ln document(s) from %1 of %2 rows.</source>
        <translation>
            <numerusform>%Ln document from %1 of %2 rows.</numerusform>
            <numerusform>%Ln documents from %1 of %2 rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new item(s).</source>
        <translation>
            <numerusform>%Ln new item.</numerusform>
            <numerusform>%Ln new items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new partner(s).</source>
        <translation>
            <numerusform>%Ln new partner.</numerusform>
            <numerusform>%Ln new partners.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) without a partner went to the walk-in partner.</source>
        <translation>
            <numerusform>%Ln row without a partner went to the walk-in partner.</numerusform>
            <numerusform>%Ln rows without a partner went to the walk-in partner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) came with an earlier import.</source>
        <translation>
            <numerusform>%Ln document came with an earlier import.</numerusform>
            <numerusform>%Ln documents came with an earlier import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written</source>
        <translation>
            <numerusform>%Ln row written</numerusform>
            <numerusform>%Ln rows written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) read.</source>
        <translation>
            <numerusform>%Ln row read.</numerusform>
            <numerusform>%Ln rows read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) left out.</source>
        <translation>
            <numerusform>%Ln document left out.</numerusform>
            <numerusform>%Ln documents left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln movement(s) posted</source>
        <translation>
            <numerusform>%Ln movement posted</numerusform>
            <numerusform>%Ln movements posted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln movement(s) to post</source>
        <translation>
            <numerusform>%Ln movement to post</numerusform>
            <numerusform>%Ln movements to post</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further problem(s) are not listed.</source>
        <translation>
            <numerusform>%Ln further problem is not listed.</numerusform>
            <numerusform>%Ln further problems are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::JournalExport</name>
    <message numerus="yes">
        <source>Saved %Ln row(s) as %1.</source>
        <translation>
            <numerusform>Saved %Ln row as %1.</numerusform>
            <numerusform>Saved %Ln rows as %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving as %1: %Ln row(s) so far</source>
        <translation>
            <numerusform>Saving as %1: %Ln row so far</numerusform>
            <numerusform>Saving as %1: %Ln rows so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::LedgerPage</name>
    <message numerus="yes">
        <source>Not sound: %n finding(s).</source>
        <translation>
            <numerusform>Not sound: %n finding.</numerusform>
            <numerusform>Not sound: %n findings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Documents post to the ledger from now on. Of the past: %n.</source>
        <translation>
            <numerusform>Documents post to the ledger from now on. Of the past: %n.</numerusform>
            <numerusform>Documents post to the ledger from now on. Of the past: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posted document(s) are not in the ledger. Post them, too?</source>
        <translation>
            <numerusform>%n posted document is not in the ledger. Post it, too?</numerusform>
            <numerusform>%n posted documents are not in the ledger. Post them, too?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::LinesView</name>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>%n line copied.</numerusform>
            <numerusform>%n lines copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) pasted.</source>
        <translation>
            <numerusform>%n line pasted.</numerusform>
            <numerusform>%n lines pasted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::LivePage</name>
    <message numerus="yes">
        <source>%n movement(s)</source>
        <translation>
            <numerusform>%n movement</numerusform>
            <numerusform>%n movements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of balances seen</source>
        <translation>
            <numerusform>%n change of balances seen</numerusform>
            <numerusform>%n changes of balances seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::PostingPanel</name>
    <message numerus="yes">
        <source>%1: %n movement(s) posted to %2.</source>
        <translation>
            <numerusform>%1: %n movement posted to %2.</numerusform>
            <numerusform>%1: %n movements posted to %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n movement(s) taken back.</source>
        <translation>
            <numerusform>%1: %n movement taken back.</numerusform>
            <numerusform>%1: %n movements taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::ProblemList</name>
    <message numerus="yes">
        <source>And %n more. F8 goes through them.</source>
        <translation>
            <numerusform>And one more. F8 goes through them.</numerusform>
            <numerusform>And %n more. F8 goes through them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::QueryPage</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), more below</source>
        <translation>
            <numerusform>%Ln row, more below</numerusform>
            <numerusform>%Ln rows, more below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln row(s)</source>
        <translation>
            <numerusform>The first row</numerusform>
            <numerusform>The first %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::RecorderBar</name>
    <message numerus="yes">
        <source>Has %n movement(s) in this register.</source>
        <translation>
            <numerusform>Has %n movement in this register.</numerusform>
            <numerusform>Has %n movements in this register.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::RecorderPanel</name>
    <message numerus="yes">
        <source>%n movement(s) of it count.</source>
        <translation>
            <numerusform>%n movement of it counts.</numerusform>
            <numerusform>%n movements of it count.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::RegisterList</name>
    <message numerus="yes">
        <source>%n wrong</source>
        <translation>
            <numerusform>%n wrong</numerusform>
            <numerusform>%n wrong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::RegistersPage</name>
    <message numerus="yes">
        <source>Drop the register %1 with its %Ln movement(s)? They cannot be brought back.</source>
        <translation>
            <numerusform>Drop the register %1 with its %Ln movement? It cannot be brought back.</numerusform>
            <numerusform>Drop the register %1 with its %Ln movements? They cannot be brought back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::SchemePanel</name>
    <message numerus="yes">
        <source>%n posted document(s) of the past are not in it.</source>
        <translation>
            <numerusform>%n posted document of the past is not in it.</numerusform>
            <numerusform>%n posted documents of the past are not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::Screenshot</name>
    <message numerus="yes">
        <source>The page did not settle within %n second(s).</source>
        <translation>
            <numerusform>The page did not settle within %n second.</numerusform>
            <numerusform>The page did not settle within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::StockCardPage</name>
    <message numerus="yes">
        <source>Only the first %n movement(s) are shown. Choose a shorter period to see the others.</source>
        <translation>
            <numerusform>Only the first movement is shown. Choose a shorter period to see the others.</numerusform>
            <numerusform>Only the first %n movements are shown. Choose a shorter period to see the others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::TableExporter</name>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>Copied %n row.</numerusform>
            <numerusform>Copied %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied the %Ln row(s) shown; there may be more.</source>
        <translation>
            <numerusform>Copied the %Ln row shown; there may be more.</numerusform>
            <numerusform>Copied the %Ln rows shown; there may be more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved the %Ln row(s) shown as %1; there may be more.</source>
        <translation>
            <numerusform>Saved the %Ln row shown as %1; there may be more.</numerusform>
            <numerusform>Saved the %Ln rows shown as %1; there may be more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::TurnoverPage</name>
    <message numerus="yes">
        <source>%n selected row(s)</source>
        <translation>
            <numerusform>%n selected row</numerusform>
            <numerusform>%n selected rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>%n movement(s) posted.</source>
        <translation>
            <numerusform>%n movement posted.</numerusform>
            <numerusform>%n movements posted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s) reversed.</source>
        <translation>
            <numerusform>%n movement reversed.</numerusform>
            <numerusform>%n movements reversed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without faults were saved.</source>
        <translation>
            <numerusform>%n row without faults was saved.</numerusform>
            <numerusform>%n rows without faults were saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) left out, because they share a document with these.</source>
        <translation>
            <numerusform>%n more row left out, because it shares a document with these.</numerusform>
            <numerusform>%n more rows left out, because they share a document with these.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more problem(s).</source>
        <translation>
            <numerusform>And %n more problem.</numerusform>
            <numerusform>And %n more problems.</numerusform>
        </translation>
    </message>
</context>
</TS>
