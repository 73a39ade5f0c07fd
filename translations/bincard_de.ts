<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>What a button does, its key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>CodeExamples</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Any connection that Qt has opened will do, to a file or a server; the engine is its guest.</source>
        <translation>Jede Verbindung, die Qt geöffnet hat, genügt, ob zu einer Datei oder einem Server; die Engine ist dort nur zu Gast.</translation>
    </message>
    <message>
        <source>Define a register</source>
        <translation>Ein Register anlegen</translation>
    </message>
    <message>
        <source>A register counts resources by dimensions, and knows what must not fall below zero.</source>
        <translation>Ein Register zählt Ressourcen nach Dimensionen und weiß, was nicht unter null fallen darf.</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Movements of one call are recorded together or not at all.</source>
        <translation>Die Bewegungen eines Aufrufs werden alle zusammen erfasst oder gar nicht.</translation>
    </message>
    <message>
        <source>Read balances</source>
        <translation>Bestände lesen</translation>
    </message>
    <message>
        <source>Now or at the end of any day, filtered and grouped by any dimensions.</source>
        <translation>Jetzt oder am Ende eines beliebigen Tages, gefiltert und gruppiert nach beliebigen Dimensionen.</translation>
    </message>
    <message>
        <source>Order and posting in one transaction</source>
        <translation>Auftrag und Buchung in einer Transaktion</translation>
    </message>
    <message>
        <source>Your own tables and the register are saved together; a refusal takes both back.</source>
        <translation>Ihre eigenen Tabellen und das Register werden gemeinsam gespeichert; eine Ablehnung nimmt beides zurück.</translation>
    </message>
    <message>
        <source>Read turnovers</source>
        <translation>Umsätze lesen</translation>
    </message>
    <message>
        <source>Opening balance, receipts, issues and closing balance, exact at any boundary.</source>
        <translation>Anfangsbestand, Zugänge, Abgänge und Endbestand, genau an jeder Zeitgrenze.</translation>
    </message>
    <message>
        <source>See the effect beforehand</source>
        <translation>Die Wirkung vorab sehen</translation>
    </message>
    <message>
        <source>Before, after and the lowest later balance of every key; nothing is written.</source>
        <translation>Vorher, nachher und der niedrigste spätere Bestand jedes Schlüssels; geschrieben wird nichts.</translation>
    </message>
    <message>
        <source>Correct a posting</source>
        <translation>Eine Buchung berichtigen</translation>
    </message>
    <message>
        <source>Only what differs is written; lines that stay as they are stay untouched.</source>
        <translation>Nur was abweicht, wird geschrieben; Zeilen, die bleiben, wie sie sind, werden nicht angerührt.</translation>
    </message>
    <message>
        <source>Cancel a posting</source>
        <translation>Eine Buchung stornieren</translation>
    </message>
    <message>
        <source>Reversals are appended: the balance is as if it had not been, the history stays.</source>
        <translation>Umkehrungen werden angefügt: Der Bestand ist, als wäre nichts gewesen, die Geschichte bleibt.</translation>
    </message>
    <message>
        <source>As the books stood</source>
        <translation>Der damalige Stand des Buches</translation>
    </message>
    <message>
        <source>What had been recorded up to an instant, and the history of a document.</source>
        <translation>Was bis zu einem Zeitpunkt erfasst war, und die Geschichte eines Belegs.</translation>
    </message>
    <message>
        <source>Close a period</source>
        <translation>Einen Zeitraum abschließen</translation>
    </message>
    <message>
        <source>The database itself refuses whatever touches a closed period.</source>
        <translation>Die Datenbank selbst lehnt alles ab, was einen abgeschlossenen Zeitraum berührt.</translation>
    </message>
    <message>
        <source>Post to a ledger</source>
        <translation>In ein Hauptbuch buchen</translation>
    </message>
    <message>
        <source>Debit and credit accounts with analytics on either side, and the trial balance.</source>
        <translation>Soll- und Habenkonten mit Analytik auf beiden Seiten, dazu die Summen- und Saldenliste.</translation>
    </message>
    <message>
        <source>Handle errors</source>
        <translation>Fehler behandeln</translation>
    </message>
    <message>
        <source>Every refusal has a code to act on and the details a person needs.</source>
        <translation>Jede Ablehnung hat einen Code, auf den das Programm reagieren kann, und die Einzelheiten, die ein Mensch braucht.</translation>
    </message>
    <message>
        <source>Post in bulk</source>
        <translation>In großen Mengen buchen</translation>
    </message>
    <message>
        <source>A thousand movements a call, as many calls as you like in one transaction.</source>
        <translation>Tausend Bewegungen je Aufruf, beliebig viele Aufrufe in einer Transaktion.</translation>
    </message>
    <message>
        <source>Verify and rebuild</source>
        <translation>Prüfen und neu herstellen</translation>
    </message>
    <message>
        <source>Every total and balance is compared with the journal, and can be made anew from it.</source>
        <translation>Jede Summe und jeder Bestand wird mit dem Journal verglichen und lässt sich daraus neu herstellen.</translation>
    </message>
    <message>
        <source>C++</source>
        <translation>C++</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>SQL (SQLite)</source>
        <translation>SQL (SQLite)</translation>
    </message>
    <message>
        <source>SQL (PostgreSQL)</source>
        <translation>SQL (PostgreSQL)</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Alter a register</source>
        <translation>Ein Register ändern</translation>
    </message>
    <message>
        <source>Further dimensions and resources for a register that is in use; whatever is in its journal stays.</source>
        <translation>Weitere Dimensionen und Ressourcen für ein Register, das in Gebrauch ist; was in seinem Journal steht, bleibt.</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>A team shares a book in a PostgreSQL database. Ask whoever runs the server for these.</source>
        <translation>Mehrere teilen sich ein Buch in einer PostgreSQL-Datenbank. Die Angaben hat, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>postgresql://user@host:5432/database</source>
        <translation>postgresql://benutzer@rechner:5432/datenbank</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Kennwort</translation>
    </message>
    <message>
        <source>The password is asked for each time and stored nowhere. Leave it empty if a .pgpass file or the server knows you.</source>
        <translation>Das Kennwort wird jedes Mal erfragt und nirgends gespeichert. Lassen Sie es leer, wenn eine .pgpass-Datei oder der Server Sie kennt.</translation>
    </message>
    <message>
        <source>&amp;Make a new book there if the database holds none</source>
        <translation>&amp;Neues Buch anlegen, wenn die Datenbank keines enthält</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
</context>
<context>
    <name>DocumentText</name>
    <message>
        <source>Goods receipt</source>
        <translation>Wareneingang</translation>
    </message>
    <message>
        <source>Sales order</source>
        <translation>Kundenauftrag</translation>
    </message>
    <message>
        <source>Stock transfer</source>
        <translation>Umlagerung</translation>
    </message>
    <message>
        <source>Customer return</source>
        <translation>Kundenrückgabe</translation>
    </message>
    <message>
        <source>Write-off</source>
        <translation>Ausbuchung</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>Anfangsbestand</translation>
    </message>
    <message>
        <source>New goods receipt</source>
        <translation>Neuer Wareneingang</translation>
    </message>
    <message>
        <source>New sales order</source>
        <translation>Neuer Kundenauftrag</translation>
    </message>
    <message>
        <source>New stock transfer</source>
        <translation>Neue Umlagerung</translation>
    </message>
    <message>
        <source>New customer return</source>
        <translation>Neue Kundenrückgabe</translation>
    </message>
    <message>
        <source>New write-off</source>
        <translation>Neue Ausbuchung</translation>
    </message>
    <message>
        <source>New opening balance</source>
        <translation>Neuer Anfangsbestand</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is the kind of a document, %2 its number</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Unposted</source>
        <translation>Buchung aufgehoben</translation>
    </message>
    <message>
        <source>Reposted</source>
        <translation>Neu gebucht</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The period ends before it begins.</source>
        <translation>Der Zeitraum endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>This request id was used for another request already.</source>
        <translation>Diese Anfragekennung wurde schon für eine andere Anfrage verwendet.</translation>
    </message>
    <message>
        <source>%1 has movements already; whether it keeps stock can no longer be changed.</source>
        <translation>%1 hat schon Bewegungen; ob der Artikel Bestand führt, lässt sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>There is no register &quot;%1&quot;.</source>
        <translation>Es gibt kein Register „%1“.</translation>
    </message>
    <message>
        <source>The definition of the register &quot;%1&quot; cannot be read.</source>
        <translation>Die Definition des Registers „%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>There is a register &quot;%1&quot; already.</source>
        <translation>Es gibt schon ein Register „%1“.</translation>
    </message>
    <message>
        <source>There is no table &quot;%1&quot; with an id and a code to refer to.</source>
        <translation>Es gibt keine Tabelle „%1“ mit id und Code, auf die verwiesen werden kann.</translation>
    </message>
    <message>
        <source>There is no row with the code &quot;%1&quot; in %2.</source>
        <translation>In %2 gibt es keine Zeile mit dem Code „%1“.</translation>
    </message>
    <message>
        <source>The register &quot;%1&quot; holds %2 movements; it is only dropped with them when that is asked for.</source>
        <translation>Das Register „%1“ enthält %2 Bewegungen; es wird nur mit ihnen gelöscht, wenn das verlangt wird.</translation>
    </message>
    <message>
        <source>The register &quot;%1&quot; was made by a newer Bincard.</source>
        <translation>Das Register „%1“ stammt von einem neueren Bincard.</translation>
    </message>
    <message>
        <source>%1 must be a whole number, not &quot;%2&quot;.</source>
        <translation>%1 muss eine ganze Zahl sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 must lie between -2147483648 and 2147483647; %2 does not.</source>
        <translation>%1 muss zwischen -2147483648 und 2147483647 liegen; %2 tut das nicht.</translation>
    </message>
    <message>
        <source>%1 must be a text, not &quot;%2&quot;.</source>
        <translation>%1 muss ein Text sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 must be a date such as 2026-04-18, not &quot;%2&quot;.</source>
        <translation>%1 muss ein Datum wie 2026-04-18 sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 must be a UUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301, not &quot;%2&quot;.</source>
        <translation>%1 muss eine UUID wie 3f2504e0-4f89-41d3-9a0c-0305e82c3301 sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>A text may have at most %1 characters; this one has %2.</source>
        <translation>Ein Text darf höchstens %1 Zeichen haben; dieser hat %2.</translation>
    </message>
    <message>
        <source>The text holds characters that cannot be stored.</source>
        <translation>Der Text enthält Zeichen, die sich nicht speichern lassen.</translation>
    </message>
    <message>
        <source>%1 must be true or false, not &quot;%2&quot;.</source>
        <translation>%1 muss wahr (true) oder falsch (false) sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 cannot be &quot;%2&quot;.</source>
        <translation>%1 kann nicht „%2“ sein.</translation>
    </message>
    <message>
        <source>A total would have more than 18 digits.</source>
        <translation>Eine Summe hätte mehr als 18 Stellen.</translation>
    </message>
    <message>
        <source>There is no %1 with the id %2.</source>
        <translation>Es gibt kein %1 mit der id %2.</translation>
    </message>
    <message>
        <source>The document that makes the movement is not named.</source>
        <translation>Der Beleg, der die Bewegung verursacht, ist nicht genannt.</translation>
    </message>
    <message>
        <source>A movement needs a date of the years 1 to 9999.</source>
        <translation>Eine Bewegung braucht ein Datum der Jahre 1 bis 9999.</translation>
    </message>
    <message>
        <source>A period is exact to the second.</source>
        <translation>Ein Zeitpunkt ist auf die Sekunde genau.</translation>
    </message>
    <message>
        <source>The register has %1 dimensions; the movement has %2.</source>
        <translation>Das Register hat %1 Dimensionen; die Bewegung hat %2.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>The register has %1 resources; the movement has %2.</source>
        <translation>Das Register hat %1 Ressourcen; die Bewegung hat %2.</translation>
    </message>
    <message>
        <source>%1 takes at most 18 digits, %2 of them decimals; %3 does not fit.</source>
        <translation>%1 fasst höchstens 18 Stellen, davon %2 Nachkommastellen; %3 passt nicht hinein.</translation>
    </message>
    <message>
        <source>The movement names another document than the one that is posted again.</source>
        <translation>Die Bewegung nennt einen anderen Beleg als den, der neu gebucht wird.</translation>
    </message>
    <message>
        <source>%1 is posted already.</source>
        <translation>%1 ist schon gebucht.</translation>
    </message>
    <message>
        <source>%1 has no active movements.</source>
        <translation>%1 hat keine aktiven Bewegungen.</translation>
    </message>
    <message>
        <source>A date of the years 1 to 9999 is needed.</source>
        <translation>Ein Datum der Jahre 1 bis 9999 wird gebraucht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not where a page of movements ended.</source>
        <translation>„%1“ ist keine Stelle, an der eine Seite von Bewegungen endete.</translation>
    </message>
    <message>
        <source>The register has no dimension &quot;%1&quot;.</source>
        <translation>Das Register hat keine Dimension „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is named twice.</source>
        <translation>„%1“ ist zweimal genannt.</translation>
    </message>
    <message>
        <source>%1 is a register of turnovers; it has no balances.</source>
        <translation>%1 ist ein Register von Umsätzen; es hat keine Bestände.</translation>
    </message>
    <message>
        <source>A page has 1 to 100000 movements.</source>
        <translation>Eine Seite hat 1 bis 100000 Bewegungen.</translation>
    </message>
    <message>
        <source>A register has 1 to %1 dimensions.</source>
        <translation>Ein Register hat 1 bis %1 Dimensionen.</translation>
    </message>
    <message>
        <source>A register has 1 to %1 resources.</source>
        <translation>Ein Register hat 1 bis %1 Ressourcen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name: a name is a letter, then letters, digits or _, at most %2 in all.</source>
        <translation>„%1“ ist kein Name: Ein Name besteht aus einem Buchstaben, dann Buchstaben, Ziffern oder _, insgesamt höchstens %2.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is used by the journal itself.</source>
        <translation>Den Namen „%1“ verwendet das Journal selbst.</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is taken already.</source>
        <translation>Der Name „%1“ ist schon vergeben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of a table.</source>
        <translation>„%1“ ist kein Name einer Tabelle.</translation>
    </message>
    <message>
        <source>The default of a reference is a code, not an empty text.</source>
        <translation>Die Vorgabe eines Verweises ist ein Code, kein leerer Text.</translation>
    </message>
    <message>
        <source>A scale is 0 to %1 decimals.</source>
        <translation>Die Genauigkeit liegt zwischen 0 und %1 Nachkommastellen.</translation>
    </message>
    <message>
        <source>Only a register of balances can forbid negative figures.</source>
        <translation>Nur ein Bestandsregister kann negative Zahlen verbieten.</translation>
    </message>
    <message>
        <source>Only one resource of a register can be forbidden to go negative.</source>
        <translation>Nur einer Ressource eines Registers kann verboten werden, negativ zu werden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text.</source>
        <translation>„%1“ muss ein Text sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number that is not negative.</source>
        <translation>„%1“ muss eine ganze Zahl und darf nicht negativ sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>„%1“ muss eine Liste sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of %2.</source>
        <translation>„%1“ ist keines von %2.</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; here.</source>
        <translation>Ein Feld „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of int, bigint, text, date, bool, uuid or ref(&lt;table&gt;).</source>
        <translation>„%1“ ist keines von int, bigint, text, date, bool, uuid oder ref(&lt;table&gt;).</translation>
    </message>
    <message>
        <source>A default is a plain value.</source>
        <translation>Eine Vorgabe ist ein einfacher Wert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of decimal, integer.</source>
        <translation>„%1“ ist keines von decimal, integer.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a list of objects.</source>
        <translation>„%1“ ist eine Liste von Objekten.</translation>
    </message>
    <message>
        <source>A full key has %1 dimensions; this one has %2.</source>
        <translation>Ein vollständiger Schlüssel hat %1 Dimensionen; dieser hat %2.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>One book at a time: &quot;%1&quot; is too many.</source>
        <translation>Ein Buch auf einmal: „%1“ ist zu viel.</translation>
    </message>
    <message>
        <source>--arg takes KEY=VALUE, not &quot;%1&quot;.</source>
        <translation>--arg erwartet KEY=VALUE, nicht „%1“.</translation>
    </message>
    <message>
        <source>--size takes WIDTHxHEIGHT, not &quot;%1&quot;.</source>
        <translation>--size erwartet BREITExHÖHE, nicht „%1“.</translation>
    </message>
    <message>
        <source>--scale takes a factor such as 1.5, not &quot;%1&quot;.</source>
        <translation>--scale erwartet einen Faktor wie 1.5, nicht „%1“.</translation>
    </message>
    <message>
        <source>No book is open.</source>
        <translation>Kein Buch ist geöffnet.</translation>
    </message>
    <message>
        <source>The book is being closed.</source>
        <translation>Das Buch wird gerade geschlossen.</translation>
    </message>
    <message>
        <source>No book is named.</source>
        <translation>Kein Buch ist genannt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a file nor an address such as postgresql://user@host:5432/database.</source>
        <translation>„%1“ ist weder eine Datei noch eine Adresse wie postgresql://user@host:5432/database.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address such as postgresql://user@host:5432/database.</source>
        <translation>„%1“ ist keine Adresse wie postgresql://user@host:5432/database.</translation>
    </message>
    <message>
        <source>The number has more than 18 digits.</source>
        <translation>Die Zahl hat mehr als 18 Stellen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has more than %2 decimals.</source>
        <translation>„%1“ hat mehr als %2 Nachkommastellen.</translation>
    </message>
    <message>
        <source>The input is not valid.</source>
        <translation>Die Eingabe ist nicht gültig.</translation>
    </message>
    <message>
        <source>%1 things are not valid.</source>
        <translation>%1 Angaben sind nicht gültig.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date such as 2026-04-18, or a date and time such as 2026-04-18T09:30:00 (without a zone).</source>
        <translation>„%1“ ist kein Datum wie 2026-04-18 und kein Zeitpunkt wie 2026-04-18T09:30:00 (ohne Zeitzone).</translation>
    </message>
    <message>
        <source>This is no valid JSON (line %1, column %2): %3.</source>
        <translation>Das ist kein gültiges JSON (Zeile %1, Spalte %2): %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice.</source>
        <translation>„%1“ ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>%1 is a number with a fraction or an exponent. Write decimals as text, such as &quot;12.50&quot;, so that they stay exact.</source>
        <translation>%1 ist eine Zahl mit Nachkommastellen oder Exponent. Schreiben Sie Dezimalzahlen als Text, etwa &quot;12.50&quot;, damit sie genau bleiben.</translation>
    </message>
    <message>
        <source>%1 is beyond whole numbers of 64 bits.</source>
        <translation>%1 geht über ganze Zahlen von 64 Bit hinaus.</translation>
    </message>
    <message>
        <source>A JSON object such as {&quot;...&quot;: ...} is expected here.</source>
        <translation>Hier wird ein JSON-Objekt wie {&quot;...&quot;: ...} erwartet.</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;. There are: %2.</source>
        <translation>Ein Feld „%1“ gibt es nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot;.</source>
        <translation>Die Datei „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read: %2.</source>
        <translation>Die Datei „%1“ lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>No book is named. Give --book FILE, --book postgresql://user@host/database, or set BINCARD_BOOK.</source>
        <translation>Kein Buch ist genannt. Geben Sie --book DATEI oder --book postgresql://user@host/database an, oder setzen Sie BINCARD_BOOK.</translation>
    </message>
    <message>
        <source>There is no document &quot;%1&quot;.</source>
        <translation>Es gibt keinen Beleg „%1“.</translation>
    </message>
    <message>
        <source>Several documents have the number &quot;%1&quot;. Give the id of the one you mean.</source>
        <translation>Mehrere Belege haben die Nummer „%1“. Geben Sie die id des gemeinten an.</translation>
    </message>
    <message>
        <source>The document given has another id than the one to be replaced.</source>
        <translation>Der angegebene Beleg hat eine andere id als der, der ersetzt werden soll.</translation>
    </message>
    <message>
        <source>There is no operation &quot;%1&quot;. There are: %2.</source>
        <translation>Eine Operation „%1“ gibt es nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>Wrong usage: %1</source>
        <translation>Falsche Verwendung: %1</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing.</source>
        <translation>Das Feld „%1“ fehlt.</translation>
    </message>
    <message>
        <source>A text is needed here.</source>
        <translation>Hier wird ein Text gebraucht.</translation>
    </message>
    <message>
        <source>true or false is needed here.</source>
        <translation>Hier wird true oder false gebraucht.</translation>
    </message>
    <message>
        <source>A whole number is needed here.</source>
        <translation>Hier wird eine ganze Zahl gebraucht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date such as 2026-04-18.</source>
        <translation>„%1“ ist kein Datum wie 2026-04-18.</translation>
    </message>
    <message>
        <source>A text or a list of texts is needed here.</source>
        <translation>Hier wird ein Text oder eine Liste von Texten gebraucht.</translation>
    </message>
    <message>
        <source>A JSON object is needed here.</source>
        <translation>Hier wird ein JSON-Objekt gebraucht.</translation>
    </message>
    <message>
        <source>A JSON array is needed here.</source>
        <translation>Hier wird ein JSON-Array gebraucht.</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;.</source>
        <translation>Ein Feld „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The database driver %1 is missing. Install it (on Debian and Ubuntu: package %2) and start again.</source>
        <translation>Der Datenbanktreiber %1 fehlt. Installieren Sie ihn (unter Debian und Ubuntu: Paket %2) und starten Sie neu.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Choose another place for the book.</source>
        <translation>Den Ordner %1 gibt es nicht. Wählen Sie einen anderen Platz für das Buch.</translation>
    </message>
    <message>
        <source>There is no book at %1. Check the name, or make a new book.</source>
        <translation>Unter %1 gibt es kein Buch. Prüfen Sie den Namen, oder legen Sie ein neues Buch an.</translation>
    </message>
    <message>
        <source>The file %1 is empty, so it is no book. Restore it from a backup, or make a new book.</source>
        <translation>Die Datei %1 ist leer, also kein Buch. Holen Sie sie aus einer Sicherung zurück, oder legen Sie ein neues Buch an.</translation>
    </message>
    <message>
        <source>%1 is no Bincard book, or its beginning is damaged. Choose another file, or restore it from a backup. The file was not changed.</source>
        <translation>%1 ist kein Bincard-Buch, oder sein Anfang ist beschädigt. Wählen Sie eine andere Datei, oder holen Sie sie aus einer Sicherung zurück. Die Datei wurde nicht verändert.</translation>
    </message>
    <message>
        <source>%1 is a database of another program, not a Bincard book. The file was not changed.</source>
        <translation>%1 ist eine Datenbank eines anderen Programms, kein Bincard-Buch. Die Datei wurde nicht verändert.</translation>
    </message>
    <message>
        <source>%1 cannot be written. A book needs a folder in which you may write: copy it to one, or ask for the right to write here.</source>
        <translation>%1 lässt sich nicht beschreiben. Ein Buch braucht einen Ordner, in den Sie schreiben dürfen: Kopieren Sie es in einen solchen, oder bitten Sie um das Recht, hier zu schreiben.</translation>
    </message>
    <message>
        <source>The server %1 refused the user &quot;%2&quot;. Check the user name and password.</source>
        <translation>Der Server %1 hat den Benutzer „%2“ abgewiesen. Prüfen Sie Benutzername und Kennwort.</translation>
    </message>
    <message>
        <source>The server has no database named &quot;%1&quot;. Have an administrator make it (createdb %1), then try again.</source>
        <translation>Der Server hat keine Datenbank namens „%1“. Lassen Sie sie von einem Administrator anlegen (createdb %1) und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The server %1 (port %2) could not be reached. Check the address and the network, and that PostgreSQL is running there.</source>
        <translation>Der Server %1 (Port %2) ist nicht erreichbar. Prüfen Sie Adresse und Netz und ob PostgreSQL dort läuft.</translation>
    </message>
    <message>
        <source>The server runs PostgreSQL %1; Bincard needs version 15 or newer.</source>
        <translation>Auf dem Server läuft PostgreSQL %1; Bincard braucht Version 15 oder neuer.</translation>
    </message>
    <message>
        <source>There is not enough in stock.</source>
        <translation>Der Bestand reicht nicht aus.</translation>
    </message>
    <message>
        <source>The period is closed.</source>
        <translation>Der Zeitraum ist abgeschlossen.</translation>
    </message>
    <message>
        <source>It is posted already.</source>
        <translation>Es ist schon gebucht.</translation>
    </message>
    <message>
        <source>There is one with the same code or number already.</source>
        <translation>Es gibt schon eines mit demselben Code oder derselben Nummer.</translation>
    </message>
    <message>
        <source>The book is in use by somebody else at this moment. Try again.</source>
        <translation>Das Buch wird gerade von jemand anderem benutzt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection to the book was lost.</source>
        <translation>Die Verbindung zum Buch ist verloren gegangen.</translation>
    </message>
    <message>
        <source>You have no right to do that in this book.</source>
        <translation>Sie haben in diesem Buch nicht das Recht dazu.</translation>
    </message>
    <message>
        <source>The file is damaged or is no Bincard book.</source>
        <translation>Die Datei ist beschädigt oder kein Bincard-Buch.</translation>
    </message>
    <message>
        <source>The book refused the values.</source>
        <translation>Das Buch hat die Werte nicht angenommen.</translation>
    </message>
    <message>
        <source>The book could not be read or written.</source>
        <translation>Das Buch ließ sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>Books are SQLite files or PostgreSQL databases; the driver %1 is neither.</source>
        <translation>Bücher sind SQLite-Dateien oder PostgreSQL-Datenbanken; der Treiber %1 ist keines von beiden.</translation>
    </message>
    <message>
        <source>The book&apos;s schema step %1 is not the one this program knows. It may come from an unfinished version of Bincard. Nothing was changed.</source>
        <translation>Der Schemaschritt %1 des Buches ist nicht der, den dieses Programm kennt. Vielleicht stammt er von einer unfertigen Version von Bincard. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>The book was made by a newer version of Bincard (schema %1, this program knows %2). Install the newer version to open it. Nothing was changed.</source>
        <translation>Das Buch stammt von einer neueren Version von Bincard (Schema %1, dieses Programm kennt %2). Installieren Sie die neuere Version, um es zu öffnen. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>A code is needed.</source>
        <translation>Ein Code wird gebraucht.</translation>
    </message>
    <message>
        <source>A code has at most 60 characters and no blanks around it.</source>
        <translation>Ein Code hat höchstens 60 Zeichen und keine Leerzeichen am Rand.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Ein Name wird gebraucht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no catalog. There are items, categories, warehouses and partners.</source>
        <translation>„%1“ ist kein Stammdatenverzeichnis. Es gibt items, categories, warehouses und partners.</translation>
    </message>
    <message>
        <source>A category cannot lie below itself.</source>
        <translation>Eine Kategorie kann nicht unter sich selbst liegen.</translation>
    </message>
    <message>
        <source>A unit is needed, for example pcs.</source>
        <translation>Eine Einheit wird gebraucht, zum Beispiel pcs.</translation>
    </message>
    <message>
        <source>The list price cannot be below zero.</source>
        <translation>Der Listenpreis kann nicht unter null liegen.</translation>
    </message>
    <message>
        <source>The reorder point cannot be below zero.</source>
        <translation>Der Meldebestand kann nicht unter null liegen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no e-mail address.</source>
        <translation>„%1“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>A partner is a customer, a supplier or both.</source>
        <translation>Ein Partner ist Kunde, Lieferant oder beides.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>The file is empty: its first row must name the columns.</source>
        <translation>Die Datei ist leer: Ihre erste Zeile muss die Spalten benennen.</translation>
    </message>
    <message>
        <source>The dates of the first %1 rows read as day and month as well as month and day; %2 is taken, under which they lie closer together. Set the date format if that is wrong.</source>
        <translation>Die Daten der ersten %1 Zeilen lassen sich als Tag und Monat wie als Monat und Tag lesen; angenommen wird %2, womit sie näher beieinander liegen. Stellen Sie das Datumsformat ein, wenn das falsch ist.</translation>
    </message>
    <message>
        <source>The file cannot be read any further: %1</source>
        <translation>Die Datei lässt sich nicht weiter lesen: %1</translation>
    </message>
    <message>
        <source>A quotation mark is opened in this row and never closed.</source>
        <translation>In dieser Zeile wird ein Anführungszeichen geöffnet und nie geschlossen.</translation>
    </message>
    <message>
        <source>The row has %1 columns, the header has %2.</source>
        <translation>Die Zeile hat %1 Spalten, die Kopfzeile %2.</translation>
    </message>
    <message>
        <source>The row holds bytes that are no %1 text; choose another encoding.</source>
        <translation>Die Zeile enthält Bytes, die kein %1-Text sind; wählen Sie eine andere Kodierung.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of document. There are: %2.</source>
        <translation>„%1“ ist keine Belegart. Es gibt: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no state. There are draft, posted and cancelled.</source>
        <translation>„%1“ ist kein Zustand. Es gibt draft, posted und cancelled.</translation>
    </message>
    <message>
        <source>The document has no lines.</source>
        <translation>Der Beleg hat keine Zeilen.</translation>
    </message>
    <message>
        <source>A posting date is needed.</source>
        <translation>Ein Buchungsdatum wird gebraucht.</translation>
    </message>
    <message>
        <source>The posting date must lie between the years 1900 and 9998.</source>
        <translation>Das Buchungsdatum muss zwischen den Jahren 1900 und 9998 liegen.</translation>
    </message>
    <message>
        <source>A number has at most 40 characters and no blanks around it.</source>
        <translation>Eine Nummer hat höchstens 40 Zeichen und keine Leerzeichen am Rand.</translation>
    </message>
    <message>
        <source>The note is longer than 2000 characters.</source>
        <translation>Die Notiz ist länger als 2000 Zeichen.</translation>
    </message>
    <message>
        <source>A partner is needed.</source>
        <translation>Ein Partner wird gebraucht.</translation>
    </message>
    <message>
        <source>A document of this kind has no partner.</source>
        <translation>Ein Beleg dieser Art hat keinen Partner.</translation>
    </message>
    <message>
        <source>A warehouse is needed.</source>
        <translation>Ein Lager wird gebraucht.</translation>
    </message>
    <message>
        <source>Only a stock transfer has a second warehouse.</source>
        <translation>Nur eine Umlagerung hat ein zweites Lager.</translation>
    </message>
    <message>
        <source>The warehouse to transfer to is needed.</source>
        <translation>Das Lager, in das umgelagert wird, wird gebraucht.</translation>
    </message>
    <message>
        <source>A transfer needs two different warehouses.</source>
        <translation>Eine Umlagerung braucht zwei verschiedene Lager.</translation>
    </message>
    <message>
        <source>An item is needed.</source>
        <translation>Ein Artikel wird gebraucht.</translation>
    </message>
    <message>
        <source>The quantity must be above zero.</source>
        <translation>Die Menge muss größer als null sein.</translation>
    </message>
    <message>
        <source>The unit price cannot be below zero.</source>
        <translation>Der Einzelpreis kann nicht unter null liegen.</translation>
    </message>
    <message>
        <source>A discount lies between 0 and 100 percent.</source>
        <translation>Ein Rabatt liegt zwischen 0 und 100 Prozent.</translation>
    </message>
    <message>
        <source>A document of this kind has no prices.</source>
        <translation>Ein Beleg dieser Art hat keine Preise.</translation>
    </message>
    <message>
        <source>Only goods receipts and opening balances may give an amount; give the unit price.</source>
        <translation>Nur Wareneingänge und Anfangsbestände dürfen einen Betrag angeben; geben Sie den Einzelpreis an.</translation>
    </message>
    <message>
        <source>The amount cannot be below zero.</source>
        <translation>Der Betrag kann nicht unter null liegen.</translation>
    </message>
    <message>
        <source>A line whose amount is given has no discount.</source>
        <translation>Eine Zeile, deren Betrag angegeben ist, hat keinen Rabatt.</translation>
    </message>
    <message>
        <source>Quantity, unit price and discount make %1 and not %2; give the unit price or the amount.</source>
        <translation>Menge, Einzelpreis und Rabatt ergeben %1 und nicht %2; geben Sie den Einzelpreis oder den Betrag an.</translation>
    </message>
    <message>
        <source>A list of lines is needed.</source>
        <translation>Eine Liste von Zeilen wird gebraucht.</translation>
    </message>
    <message>
        <source>A line is a JSON object.</source>
        <translation>Eine Zeile ist ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no UUID.</source>
        <translation>„%1“ ist keine UUID.</translation>
    </message>
    <message>
        <source>Write decimals as text (&quot;12.50&quot;): a JSON number with a fraction or an exponent is not exact.</source>
        <translation>Schreiben Sie Dezimalzahlen als Text (&quot;12.50&quot;): Eine JSON-Zahl mit Nachkommastellen oder Exponent ist nicht genau.</translation>
    </message>
    <message>
        <source>A number is needed here, as text or as a whole number.</source>
        <translation>Hier wird eine Zahl gebraucht, als Text oder als ganze Zahl.</translation>
    </message>
    <message>
        <source>The text is longer than %1 characters.</source>
        <translation>Der Text ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>The text holds a character that cannot be stored.</source>
        <translation>Der Text enthält ein Zeichen, das sich nicht speichern lässt.</translation>
    </message>
    <message>
        <source>%1 is a service: it keeps no stock that could be transferred.</source>
        <translation>%1 ist eine Dienstleistung: Sie hat keinen Bestand, der sich umlagern ließe.</translation>
    </message>
    <message>
        <source>What was changed here cannot be saved yet. Correct what is marked, or take it back with Ctrl+Z.</source>
        <translation>Was hier geändert wurde, lässt sich noch nicht speichern. Berichtigen Sie das Markierte, oder nehmen Sie es mit Strg+Z zurück.</translation>
    </message>
    <message>
        <source>The opening cost ratio is a number of at least 0, such as 0.6.</source>
        <translation>Der Kostenanteil des Anfangsbestands ist eine Zahl von mindestens 0, etwa 0.6.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>There is no category &quot;%1&quot;.</source>
        <translation>Es gibt keine Kategorie „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date.</source>
        <translation>„%1“ ist kein Datum.</translation>
    </message>
    <message>
        <source>No partner has the code or name &quot;%1&quot;.</source>
        <translation>Kein Partner hat den Code oder Namen „%1“.</translation>
    </message>
    <message>
        <source>No warehouse has the code or name &quot;%1&quot;.</source>
        <translation>Kein Lager hat den Code oder Namen „%1“.</translation>
    </message>
    <message>
        <source>Some cells cannot be read; they are marked.</source>
        <translation>Einige Zellen lassen sich nicht lesen; sie sind markiert.</translation>
    </message>
    <message>
        <source>What you type cannot be kept for the case of a crash. Save the document soon.</source>
        <translation>Was Sie eingeben, kann für den Fall eines Absturzes nicht gesichert werden. Speichern Sie den Beleg bald.</translation>
    </message>
    <message>
        <source>A number is needed here.</source>
        <translation>Hier wird eine Zahl gebraucht.</translation>
    </message>
    <message>
        <source>A date is needed here.</source>
        <translation>Hier wird ein Datum gebraucht.</translation>
    </message>
    <message>
        <source>No folder can be made in %1: %2.</source>
        <translation>In %1 lässt sich kein Ordner anlegen: %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Die Datei %1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lies below this category already; the two cannot contain each other.</source>
        <translation>„%1“ liegt schon unter dieser Kategorie; beide können einander nicht enthalten.</translation>
    </message>
    <message>
        <source>The barcode %1 belongs to item %2 already.</source>
        <translation>Der Barcode %1 gehört schon zum Artikel %2.</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile. Compare both versions and decide.</source>
        <translation>Jemand anderes hat das inzwischen geändert. Vergleichen Sie beide Fassungen und entscheiden Sie.</translation>
    </message>
    <message>
        <source>The code %1 is taken already, by &quot;%2&quot;.</source>
        <translation>Der Code %1 ist schon vergeben, an „%2“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the book any more.</source>
        <translation>„%1“ ist nicht mehr im Buch.</translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot; in this catalog.</source>
        <translation>„%1“ gibt es in diesem Verzeichnis nicht.</translation>
    </message>
    <message>
        <source>%1 is not active any more.</source>
        <translation>%1 ist nicht mehr in Gebrauch.</translation>
    </message>
    <message>
        <source>There is no partner &quot;%1&quot;.</source>
        <translation>Es gibt keinen Partner „%1“.</translation>
    </message>
    <message>
        <source>There is no warehouse &quot;%1&quot;.</source>
        <translation>Es gibt kein Lager „%1“.</translation>
    </message>
    <message>
        <source>There is no item &quot;%1&quot;.</source>
        <translation>Es gibt keinen Artikel „%1“.</translation>
    </message>
    <message>
        <source>There is no such document in the book.</source>
        <translation>Einen solchen Beleg gibt es im Buch nicht.</translation>
    </message>
    <message>
        <source>%1 is not posted, so there is nothing to cancel.</source>
        <translation>%1 ist nicht gebucht, also gibt es nichts zu stornieren.</translation>
    </message>
    <message>
        <source>Somebody else changed %1 meanwhile. Compare both versions and decide.</source>
        <translation>Jemand anderes hat %1 inzwischen geändert. Vergleichen Sie beide Fassungen und entscheiden Sie.</translation>
    </message>
    <message>
        <source>The number %1 is taken already.</source>
        <translation>Die Nummer %1 ist schon vergeben.</translation>
    </message>
    <message>
        <source>The kind of %1 cannot be changed any more.</source>
        <translation>Die Art von %1 lässt sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>%1 has the same id and other content.</source>
        <translation>%1 hat dieselbe id und anderen Inhalt.</translation>
    </message>
    <message>
        <source>%1 was posted once and stays in the book; it can only be cancelled.</source>
        <translation>%1 war schon gebucht und bleibt im Buch; es kann nur storniert werden.</translation>
    </message>
    <message>
        <source>There is no document of that kind with the number %1.</source>
        <translation>Es gibt keinen Beleg dieser Art mit der Nummer %1.</translation>
    </message>
    <message>
        <source>%1: %2 needed, %3 available in %4 on %5. %6 items in all do not suffice.</source>
        <translation>%1: %2 gebraucht, %3 verfügbar in %4 am %5. Insgesamt reichen %6 Artikel nicht aus.</translation>
    </message>
    <message>
        <source>%1: %2 needed, %3 available in %4 on %5.</source>
        <translation>%1: %2 gebraucht, %3 verfügbar in %4 am %5.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither yes nor no.</source>
        <translation>„%1“ ist weder ja noch nein.</translation>
    </message>
    <message>
        <source>A unit has at most %1 characters.</source>
        <translation>Eine Einheit hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>There is no category &quot;%1&quot;. Import the categories first.</source>
        <translation>Es gibt keine Kategorie „%1“. Importieren Sie zuerst die Kategorien.</translation>
    </message>
    <message>
        <source>There is no category &quot;%1&quot; that this one could lie below.</source>
        <translation>Es gibt keine Kategorie „%1“, unter der diese liegen könnte.</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>Der Import wurde abgebrochen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands in line %2 already.</source>
        <translation>„%1“ steht schon in Zeile %2.</translation>
    </message>
    <message>
        <source>Item %1 is in the book and keeps stock there; it cannot be imported as a service.</source>
        <translation>Artikel %1 ist im Buch und hat dort Bestand; er lässt sich nicht als Dienstleistung importieren.</translation>
    </message>
    <message>
        <source>There is no warehouse &quot;%1&quot; in the book.</source>
        <translation>Im Buch gibt es kein Lager „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be imported. There are: %2.</source>
        <translation>„%1“ lässt sich nicht importieren. Es gibt: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no field of %2. There are: %3.</source>
        <translation>„%1“ ist kein Feld von %2. Es gibt: %3.</translation>
    </message>
    <message>
        <source>The file has no column &quot;%1&quot;. It has: %2.</source>
        <translation>Die Datei hat keine Spalte „%1“. Sie hat: %2.</translation>
    </message>
    <message>
        <source>Say which column holds the field &quot;%1&quot;. The file has: %2.</source>
        <translation>Geben Sie an, welche Spalte das Feld „%1“ enthält. Die Datei hat: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date format. It is written like yyyy-MM-dd or d/M/yyyy.</source>
        <translation>„%1“ ist kein Datumsformat. Man schreibt es wie yyyy-MM-dd oder d/M/yyyy.</translation>
    </message>
    <message>
        <source>The row does not say to which document it belongs.</source>
        <translation>Die Zeile sagt nicht, zu welchem Beleg sie gehört.</translation>
    </message>
    <message>
        <source>The first file has no document %1.</source>
        <translation>Die erste Datei hat keinen Beleg %1.</translation>
    </message>
    <message>
        <source>Document %1 stands in line %2 already.</source>
        <translation>Beleg %1 steht schon in Zeile %2.</translation>
    </message>
    <message>
        <source>Document %1 is of another kind in its first row: %2.</source>
        <translation>Beleg %1 ist in seiner ersten Zeile von anderer Art: %2.</translation>
    </message>
    <message>
        <source>The date is missing.</source>
        <translation>Das Datum fehlt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date of the form %2.</source>
        <translation>„%1“ ist kein Datum der Form %2.</translation>
    </message>
    <message>
        <source>Document %1 is dated %2 in line %3.</source>
        <translation>Beleg %1 trägt in Zeile %3 das Datum %2.</translation>
    </message>
    <message>
        <source>Document %1 belongs to partner %2 in line %3.</source>
        <translation>Beleg %1 gehört in Zeile %3 zum Partner %2.</translation>
    </message>
    <message>
        <source>Document %1 names warehouse %2 in line %3.</source>
        <translation>Beleg %1 nennt in Zeile %3 das Lager %2.</translation>
    </message>
    <message>
        <source>The quantity is zero.</source>
        <translation>Die Menge ist null.</translation>
    </message>
    <message>
        <source>The row names no item.</source>
        <translation>Die Zeile nennt keinen Artikel.</translation>
    </message>
    <message>
        <source>A document of kind %1 cannot have a negative quantity.</source>
        <translation>Ein Beleg der Art %1 kann keine negative Menge haben.</translation>
    </message>
    <message>
        <source>Document %1 has quantities of both signs: what it takes back and what it delivers cannot be told apart.</source>
        <translation>Beleg %1 hat Mengen beider Vorzeichen: Was er zurücknimmt und was er liefert, lässt sich nicht auseinanderhalten.</translation>
    </message>
    <message>
        <source>No unit price with four decimals makes this amount; give the unit price.</source>
        <translation>Kein Einzelpreis mit vier Nachkommastellen ergibt diesen Betrag; geben Sie den Einzelpreis an.</translation>
    </message>
    <message>
        <source>The unit price is missing.</source>
        <translation>Der Einzelpreis fehlt.</translation>
    </message>
    <message>
        <source>Left out with document %1 because of line %2 of the first file.</source>
        <translation>Mit Beleg %1 ausgelassen wegen Zeile %2 der ersten Datei.</translation>
    </message>
    <message>
        <source>Left out with document %1 because of line %2.</source>
        <translation>Mit Beleg %1 ausgelassen wegen Zeile %2.</translation>
    </message>
    <message>
        <source>The details file has no lines of document %1.</source>
        <translation>Die Datei mit den Zeilen hat keine Zeilen zu Beleg %1.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a file in it.</source>
        <translation>%1 ist ein Ordner. Wählen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <translation>Die Datei %1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>Say which column of the details file holds the number of the document. The file has: %1.</source>
        <translation>Geben Sie an, welche Spalte der Zeilendatei die Nummer des Belegs enthält. Die Datei hat: %1.</translation>
    </message>
    <message>
        <source>Document %1 came with an earlier import and has other lines in the book.</source>
        <translation>Beleg %1 kam mit einem früheren Import und hat im Buch andere Zeilen.</translation>
    </message>
    <message>
        <source>The ratio of the opening cost cannot be below zero.</source>
        <translation>Der Kostenanteil des Anfangsbestands kann nicht unter null liegen.</translation>
    </message>
    <message>
        <source>%1 of %2 are needed, %3 are available in %4 on %5.</source>
        <translation>%1 von %2 werden gebraucht, %3 sind in %4 am %5 verfügbar.</translation>
    </message>
    <message>
        <source>There is a book at %1 already. Open it, or choose another name.</source>
        <translation>Unter %1 gibt es schon ein Buch. Öffnen Sie es, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The database %1 holds no book yet. Make a new book there first.</source>
        <translation>Die Datenbank %1 enthält noch kein Buch. Legen Sie dort zuerst ein neues an.</translation>
    </message>
    <message>
        <source>%1 holds no book: making it was interrupted. Delete the file and make a new book.</source>
        <translation>%1 enthält kein Buch: Sein Anlegen wurde unterbrochen. Löschen Sie die Datei und legen Sie ein neues Buch an.</translation>
    </message>
    <message>
        <source>%1 is damaged. Restore it from a backup; the file was not changed.</source>
        <translation>%1 ist beschädigt. Holen Sie es aus einer Sicherung zurück; die Datei wurde nicht verändert.</translation>
    </message>
    <message>
        <source>%1 holds documents already. The demo needs a book of its own.</source>
        <translation>%1 enthält schon Belege. Die Demo braucht ein eigenes Buch.</translation>
    </message>
    <message>
        <source>The opening stock of this item is worth more than 18 digits hold; it is left out.</source>
        <translation>Der Anfangsbestand dieses Artikels ist mehr wert, als 18 Stellen fassen; er wird ausgelassen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a UUID.</source>
        <translation>„%1“ ist keine UUID.</translation>
    </message>
    <message>
        <source>There is no catalog &quot;%1&quot;.</source>
        <translation>Ein Verzeichnis „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot; in the catalog %2.</source>
        <translation>„%1“ gibt es im Verzeichnis %2 nicht.</translation>
    </message>
    <message>
        <source>A movement is a JSON object.</source>
        <translation>Eine Bewegung ist ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The movement names another recorder than &quot;%1&quot;.</source>
        <translation>Die Bewegung nennt einen anderen Urheber als „%1“.</translation>
    </message>
    <message>
        <source>A value is needed for &quot;%1&quot;.</source>
        <translation>Für „%1“ wird ein Wert gebraucht.</translation>
    </message>
    <message>
        <source>The register %1 has no dimension &quot;%2&quot;.</source>
        <translation>Das Register %1 hat keine Dimension „%2“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to a document. Post, change or cancel the document instead.</source>
        <translation>„%1“ gehört zu einem Beleg. Buchen, ändern oder stornieren Sie stattdessen den Beleg.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not day, month or year.</source>
        <translation>„%1“ ist nicht day, month oder year.</translation>
    </message>
    <message>
        <source>The documents post to the register %1; it cannot be dropped.</source>
        <translation>Die Belege buchen in das Register %1; es lässt sich nicht löschen.</translation>
    </message>
    <message>
        <source>The limit is from 1 to 100000.</source>
        <translation>Die Grenze liegt zwischen 1 und 100000.</translation>
    </message>
    <message>
        <source>There is no item &quot;%1&quot; or no warehouse &quot;%2&quot;.</source>
        <translation>Es gibt keinen Artikel „%1“ oder kein Lager „%2“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not where a page of this list ended.</source>
        <translation>„%1“ ist keine Stelle, an der eine Seite dieser Liste endete.</translation>
    </message>
    <message>
        <source>The register &quot;%1&quot; would need %2 for something of its own, but the database has something of that name already.</source>
        <translation>Das Register „%1“ bräuchte den Namen %2 für sich selbst, aber in der Datenbank gibt es schon etwas mit diesem Namen.</translation>
    </message>
    <message>
        <source>A book in a file keeps the journal in one piece; only a register on a PostgreSQL server can be partitioned.</source>
        <translation>Ein Buch in einer Datei führt das Journal in einem Stück; nur ein Register auf einem PostgreSQL-Server lässt sich partitionieren.</translation>
    </message>
    <message>
        <source>The account %1 cannot be active: on %2 it has a credit balance in the register %3.</source>
        <translation>Das Konto %1 kann kein Aktivkonto sein: Am %2 hat es im Register %3 einen Habensaldo.</translation>
    </message>
    <message>
        <source>The account %1 cannot be passive: on %2 it has a debit balance in the register %3.</source>
        <translation>Das Konto %1 kann kein Passivkonto sein: Am %2 hat es im Register %3 einen Sollsaldo.</translation>
    </message>
    <message>
        <source>The copy of the register &quot;%1&quot; differs from it; nothing was changed.</source>
        <translation>Die Kopie des Registers „%1“ weicht von ihm ab; nichts wurde verändert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lies below zero on some days; it cannot be forbidden to.</source>
        <translation>„%1“ liegt an manchen Tagen unter null; negative Zahlen lassen sich dafür nicht verbieten.</translation>
    </message>
    <message>
        <source>Something in the database that Bincard did not make, such as a view, depends on the tables of the register &quot;%1&quot;. It has to go first.</source>
        <translation>Etwas in der Datenbank, das nicht von Bincard stammt, etwa eine Sicht, hängt von den Tabellen des Registers „%1“ ab. Es muss zuerst entfernt werden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing: what a register has cannot be taken away or renamed.</source>
        <translation>„%1“ fehlt: Was ein Register hat, lässt sich weder entfernen noch umbenennen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands elsewhere now: what a register has keeps its order.</source>
        <translation>„%1“ steht jetzt an anderer Stelle: Was ein Register hat, behält seine Reihenfolge.</translation>
    </message>
    <message>
        <source>The type of &quot;%1&quot; cannot be changed.</source>
        <translation>Der Typ von „%1“ lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>The default of &quot;%1&quot; cannot be changed.</source>
        <translation>Die Vorgabe von „%1“ lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>The further dimension &quot;%1&quot; needs a default: the movements that are there take it.</source>
        <translation>Die weitere Dimension „%1“ braucht eine Vorgabe: Die vorhandenen Bewegungen erhalten sie.</translation>
    </message>
    <message>
        <source>The kind of a register cannot be changed.</source>
        <translation>Die Art eines Registers lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>How the journal is partitioned is chosen when the register is created.</source>
        <translation>Wie das Journal partitioniert ist, wird beim Anlegen des Registers festgelegt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for analytics: a name is a letter, then letters, digits or _, at most %2 in all.</source>
        <translation>„%1“ ist kein Name für eine Analytik: Ein Name besteht aus einem Buchstaben, dann Buchstaben, Ziffern oder _, insgesamt höchstens %2.</translation>
    </message>
    <message>
        <source>The analytics &quot;%1&quot; are empty; leave them out.</source>
        <translation>Die Analytik „%1“ ist leer; lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>The analytics &quot;%1&quot; hold characters that cannot be stored.</source>
        <translation>Die Analytik „%1“ enthält Zeichen, die sich nicht speichern lassen.</translation>
    </message>
    <message>
        <source>The analytics of one side may have at most %1 characters in all; these have %2.</source>
        <translation>Die Analytik einer Seite darf insgesamt höchstens %1 Zeichen haben; diese hat %2.</translation>
    </message>
    <message>
        <source>The account is not named.</source>
        <translation>Das Konto ist nicht genannt.</translation>
    </message>
    <message>
        <source>The code of an account neither begins nor ends with a blank: &quot;%1&quot;.</source>
        <translation>Der Code eines Kontos beginnt und endet nicht mit einem Leerzeichen: „%1“.</translation>
    </message>
    <message>
        <source>The code of an account has at most %1 characters; this one has %2.</source>
        <translation>Der Code eines Kontos hat höchstens %1 Zeichen; dieser hat %2.</translation>
    </message>
    <message>
        <source>The account has no name.</source>
        <translation>Das Konto hat keinen Namen.</translation>
    </message>
    <message>
        <source>There is no account &quot;%1&quot; in the chart of accounts.</source>
        <translation>Im Kontenplan gibt es kein Konto „%1“.</translation>
    </message>
    <message>
        <source>The account %1 is inactive; it takes no new movements.</source>
        <translation>Das Konto %1 ist nicht in Gebrauch; es nimmt keine neuen Bewegungen an.</translation>
    </message>
    <message>
        <source>Everything up to and including %1 is closed already. To move the closing date back is to reopen.</source>
        <translation>Alles bis einschließlich %1 ist schon abgeschlossen. Das Abschlussdatum zurückzuverlegen heißt, wieder zu öffnen.</translation>
    </message>
    <message>
        <source>%1 is open already; nothing is to be reopened.</source>
        <translation>%1 ist schon offen; es gibt nichts wieder zu öffnen.</translation>
    </message>
    <message>
        <source>Movements up to and including %1 have been detached from their journal; that period stays closed.</source>
        <translation>Bewegungen bis einschließlich %1 sind von ihrem Journal abgetrennt; dieser Zeitraum bleibt abgeschlossen.</translation>
    </message>
    <message>
        <source>Everything up to and including %1 is closed: no movement of %2 can be made or taken back.</source>
        <translation>Alles bis einschließlich %1 ist abgeschlossen: Bewegungen vom %2 lassen sich weder buchen noch zurücknehmen.</translation>
    </message>
    <message>
        <source>The register &quot;%1&quot; was altered meanwhile. Look at it again.</source>
        <translation>Das Register „%1“ wurde inzwischen geändert. Sehen Sie es sich noch einmal an.</translation>
    </message>
    <message>
        <source>An instant such as 2026-04-18T09:30:00Z is needed.</source>
        <translation>Ein Zeitpunkt wie 2026-04-18T09:30:00Z wird gebraucht.</translation>
    </message>
    <message>
        <source>A temporary file cannot be written or read: %1</source>
        <translation>Eine temporäre Datei lässt sich nicht schreiben oder lesen: %1</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot; to order by. There are: %2.</source>
        <translation>Es gibt keine Spalte „%1“, nach der sich sortieren lässt. Es gibt: %2.</translation>
    </message>
    <message>
        <source>A limit is a number of rows; 0 takes all.</source>
        <translation>Eine Obergrenze ist eine Anzahl von Zeilen; 0 nimmt alle.</translation>
    </message>
    <message>
        <source>The journal of &quot;%1&quot; has no partition &quot;%2&quot; that can be detached.</source>
        <translation>Das Journal von „%1“ hat keine Partition „%2“, die sich abtrennen lässt.</translation>
    </message>
    <message>
        <source>Movements can still be made in &quot;%1&quot;. Close the period up to and including %2 first.</source>
        <translation>In „%1“ sind noch Bewegungen möglich. Schließen Sie zuerst den Zeitraum bis einschließlich %2 ab.</translation>
    </message>
    <message>
        <source>Movements of %1 from %2 to %3 have been detached; it can no longer be changed.</source>
        <translation>Bewegungen von %1 vom %2 bis zum %3 sind abgetrennt; es lässt sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>The movements from %1 to %2 have been detached; only whole days can be asked for there.</source>
        <translation>Die Bewegungen vom %1 bis zum %2 sind abgetrennt; dort lassen sich nur ganze Tage abfragen.</translation>
    </message>
    <message>
        <source>The movements from %1 to %2 have been detached; what was known before %3 can no longer be told.</source>
        <translation>Die Bewegungen vom %1 bis zum %2 sind abgetrennt; was vor dem %3 bekannt war, lässt sich nicht mehr sagen.</translation>
    </message>
    <message>
        <source>%1 is no ledger register; its movements name no accounts.</source>
        <translation>%1 ist kein Hauptbuchregister; seine Bewegungen nennen keine Konten.</translation>
    </message>
    <message>
        <source>Only rows in the order of their groups can be read page by page.</source>
        <translation>Nur Zeilen in der Reihenfolge ihrer Gruppen lassen sich seitenweise lesen.</translation>
    </message>
    <message>
        <source>A page goes on after the whole group of the last row before it.</source>
        <translation>Eine Seite setzt hinter der ganzen Gruppe der letzten Zeile davor fort.</translation>
    </message>
    <message>
        <source>%1 is no ledger register.</source>
        <translation>%1 ist kein Hauptbuchregister.</translation>
    </message>
    <message>
        <source>The journal of &quot;%1&quot; is not partitioned.</source>
        <translation>Das Journal von „%1“ ist nicht partitioniert.</translation>
    </message>
    <message>
        <source>This is done in a transaction of the isolation READ COMMITTED.</source>
        <translation>Dies geschieht in einer Transaktion mit der Isolationsstufe READ COMMITTED.</translation>
    </message>
    <message>
        <source>Say with --register which register the movements go to.</source>
        <translation>Geben Sie mit --register an, in welches Register die Bewegungen gehören.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of active, passive and active_passive.</source>
        <translation>„%1“ ist keines von active, passive und active_passive.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not on or off.</source>
        <translation>„%1“ ist weder on noch off.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not post or leave.</source>
        <translation>„%1“ ist weder post noch leave.</translation>
    </message>
    <message>
        <source>Say up to which date the book is to be closed.</source>
        <translation>Geben Sie an, bis zu welchem Datum das Buch abgeschlossen werden soll.</translation>
    </message>
    <message>
        <source>The PostgreSQL driver of this Qt gives no access to its connection.</source>
        <translation>Der PostgreSQL-Treiber dieses Qt gibt keinen Zugriff auf seine Verbindung.</translation>
    </message>
    <message>
        <source>%1 is a folder. Name the file of the book in it, such as %2.</source>
        <translation>%1 ist ein Ordner. Nennen Sie die Datei des Buches darin, etwa %2.</translation>
    </message>
    <message>
        <source>A text cannot hold the character NUL.</source>
        <translation>Ein Text kann das Zeichen NUL nicht enthalten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of value, revenue and cost.</source>
        <translation>„%1“ ist keines von value, revenue und cost.</translation>
    </message>
    <message>
        <source>A document of the kind %1 has no %2 to post.</source>
        <translation>Ein Beleg der Art %1 hat nichts von der Art %2 zu buchen.</translation>
    </message>
    <message>
        <source>A document gives item, partner or warehouse, not &quot;%1&quot;.</source>
        <translation>Ein Beleg liefert item, partner oder warehouse, nicht „%1“.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 ließ sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>The book is closed up to and including %1. A document of %2 can be neither posted nor changed nor cancelled: give it a later date, or have the period reopened.</source>
        <translation>Das Buch ist bis einschließlich %1 abgeschlossen. Ein Beleg vom %2 lässt sich weder buchen noch ändern noch stornieren: Geben Sie ihm ein späteres Datum, oder lassen Sie den Zeitraum wieder öffnen.</translation>
    </message>
    <message>
        <source>The book has no ledger yet. Set it up first.</source>
        <translation>Das Buch hat noch kein Hauptbuch. Richten Sie es zuerst ein.</translation>
    </message>
    <message>
        <source>The book has a register &quot;%1&quot; that is no ledger. Drop it or keep it: the ledger of the documents needs its name.</source>
        <translation>Das Buch hat ein Register „%1“, das kein Hauptbuch ist. Löschen Sie es oder behalten Sie es: Das Hauptbuch der Belege braucht seinen Namen.</translation>
    </message>
    <message>
        <source>%1 posted documents are not in the ledger. Post them, too, or say that they are to be left out.</source>
        <translation>%1 gebuchte Belege sind nicht im Hauptbuch. Buchen Sie auch diese, oder geben Sie an, dass sie ausgelassen werden sollen.</translation>
    </message>
    <message>
        <source>The posting scheme has no row for the %2 of documents of the kind %1.</source>
        <translation>Das Buchungsschema hat keine Zeile für %2 bei Belegen der Art %1.</translation>
    </message>
    <message>
        <source>%1 is a ledger; movements are imported into registers of balances and turnovers.</source>
        <translation>%1 ist ein Hauptbuch; Bewegungen lassen sich nur in Register von Beständen und Umsätzen importieren.</translation>
    </message>
    <message>
        <source>None of the columns holds a resource of the register. The file has: %1.</source>
        <translation>Keine der Spalten enthält eine Ressource des Registers. Die Datei hat: %1.</translation>
    </message>
    <message>
        <source>Analytics are an object of texts, such as {&quot;item&quot;: &quot;WDG-A1&quot;}.</source>
        <translation>Eine Analytik ist ein Objekt aus Texten, etwa {&quot;item&quot;: &quot;WDG-A1&quot;}.</translation>
    </message>
    <message>
        <source>An order is a text such as &quot;a:desc,b&quot;.</source>
        <translation>Eine Sortierung ist ein Text wie &quot;a:desc,b&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a column, or a column with :asc or :desc behind it.</source>
        <translation>„%1“ ist keine Spalte, auch keine mit :asc oder :desc dahinter.</translation>
    </message>
    <message>
        <source>A limit is a whole number from 1 on.</source>
        <translation>Eine Obergrenze ist eine ganze Zahl ab 1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an instant in UTC such as 2026-04-18T09:30:00Z.</source>
        <translation>„%1“ ist kein Zeitpunkt in UTC wie 2026-04-18T09:30:00Z.</translation>
    </message>
    <message>
        <source>The dimension &quot;%1&quot; is named twice.</source>
        <translation>Die Dimension „%1“ ist zweimal genannt.</translation>
    </message>
    <message>
        <source>The definition is that of &quot;%1&quot;; a register cannot be renamed.</source>
        <translation>Die Definition ist die von „%1“; ein Register lässt sich nicht umbenennen.</translation>
    </message>
    <message>
        <source>The documents post to the register %1; only its policy for negative figures can be changed.</source>
        <translation>Die Belege buchen in das Register %1; ändern lässt sich nur seine Regel für negative Zahlen.</translation>
    </message>
    <message>
        <source>Documents post to the register %1. Switch the posting to the ledger off before you drop it.</source>
        <translation>Belege buchen in das Register %1. Schalten Sie das Buchen in das Hauptbuch ab, bevor Sie es löschen.</translation>
    </message>
    <message>
        <source>The same request is being answered just now.</source>
        <translation>Dieselbe Anfrage wird gerade beantwortet.</translation>
    </message>
    <message>
        <source>The document that this request made has been discarded since.</source>
        <translation>Der Beleg, den diese Anfrage angelegt hat, ist inzwischen verworfen worden.</translation>
    </message>
    <message>
        <source>The book has no register that movements can be imported into.</source>
        <translation>Das Buch hat kein Register, in das Bewegungen importiert werden können.</translation>
    </message>
    <message>
        <source>The register &quot;%1&quot; was made by an older Bincard. Opening the book with this one brings it up to date; a program that uses the library calls Accumulator::upgrade().</source>
        <translation>Das Register „%1“ wurde von einem älteren Bincard angelegt. Öffnet man das Buch mit diesem, wird es auf den neuen Stand gebracht; ein Programm, das die Bibliothek verwendet, ruft Accumulator::upgrade() auf.</translation>
    </message>
    <message>
        <source>%1 are posted already.</source>
        <translation>%1 sind bereits gebucht.</translation>
    </message>
    <message>
        <source>%1 recorders are posted already: %2 and others.</source>
        <translation>%1 Urheber sind bereits gebucht: %2 und weitere.</translation>
    </message>
    <message>
        <source>Loading many movements at once takes a temporary table, which %1 may not make. Its owner allows it by: GRANT TEMPORARY ON DATABASE %2 TO %1</source>
        <translation>Viele Bewegungen auf einmal zu laden erfordert eine temporäre Tabelle, die %1 nicht anlegen darf. Der Eigentümer der Datenbank erlaubt es mit: GRANT TEMPORARY ON DATABASE %2 TO %1</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is given twice.</source>
        <translation>Das Feld „%1“ ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is given a column as well as a value. Leave one of the two away.</source>
        <translation>Für das Feld „%1“ sind eine Spalte und ein Wert angegeben. Lassen Sie eines von beiden weg.</translation>
    </message>
    <message>
        <source>This is an option for documents alone.</source>
        <translation>Diese Option gilt nur für Belege.</translation>
    </message>
    <message>
        <source>This is an option for movements alone.</source>
        <translation>Diese Option gilt nur für Bewegungen.</translation>
    </message>
    <message>
        <source>Only switching the posting on does anything about the documents of the past; switched off, what is in the ledger stays.</source>
        <translation>Nur beim Einschalten geschieht etwas mit den Belegen der Vergangenheit; beim Ausschalten bleibt, was im Hauptbuch steht.</translation>
    </message>
    <message>
        <source>The file has %1 columns &quot;%2&quot;. Rename all but the one that is meant.</source>
        <translation>Die Datei hat %1 Spalten „%2“. Benennen Sie alle bis auf die gemeinte um.</translation>
    </message>
    <message>
        <source>The file %1 has no rows: there is nothing to import.</source>
        <translation>Die Datei %1 hat keine Zeilen: Es gibt nichts zu importieren.</translation>
    </message>
    <message>
        <source>The dimension &quot;%1&quot; of the register %2 has no default, and documents say nothing of it.</source>
        <translation>Die Dimension „%1“ des Registers %2 hat keinen Vorgabewert, und Belege sagen nichts über sie.</translation>
    </message>
    <message>
        <source>Documents post amounts: the register %1 needs a resource &quot;%2&quot; with at least %3 decimals.</source>
        <translation>Belege buchen Beträge: Das Register %1 braucht eine Ressource „%2“ mit mindestens %3 Nachkommastellen.</translation>
    </message>
    <message>
        <source>1 posted document is not in the ledger. Post it, too, or say that it is to be left out.</source>
        <translation>1 gebuchter Beleg steht nicht im Hauptbuch. Buchen Sie ihn nach, oder geben Sie an, dass er ausgelassen werden soll.</translation>
    </message>
    <message>
        <source>A JSON file names its fields itself: neither columns nor values are given.</source>
        <translation>Eine JSON-Datei nennt ihre Felder selbst: Spalten und Werte werden nicht angegeben.</translation>
    </message>
    <message>
        <source>The user &quot;%1&quot; may not connect to the database &quot;%2&quot;. An administrator can allow it (GRANT CONNECT).</source>
        <translation>Der Benutzer „%1“ darf sich nicht mit der Datenbank „%2“ verbinden. Ein Administrator kann das erlauben (GRANT CONNECT).</translation>
    </message>
    <message>
        <source>The server has as many connections as it allows. Somebody has to leave first.</source>
        <translation>Der Server hat so viele Verbindungen, wie er erlaubt. Erst muss jemand anderes gehen.</translation>
    </message>
    <message>
        <source>The server is starting or shutting down.</source>
        <translation>Der Server startet gerade oder wird heruntergefahren.</translation>
    </message>
    <message>
        <source>The server stopped this work: it took longer than the server allows, or an administrator ended it. Nothing of it was saved. If that goes on, ask the administrator for more time (statement_timeout).</source>
        <translation>Der Server hat diese Arbeit abgebrochen: Sie dauerte länger, als er erlaubt, oder ein Administrator hat sie beendet. Nichts davon wurde gespeichert. Geschieht das öfter, bitten Sie den Administrator um mehr Zeit (statement_timeout).</translation>
    </message>
    <message>
        <source>The disk of the server is full. Nothing of this was saved. Have the administrator make room there, then repeat it.</source>
        <translation>Der Datenträger des Servers ist voll. Nichts hiervon wurde gespeichert. Lassen Sie den Administrator dort Platz schaffen, und wiederholen Sie es dann.</translation>
    </message>
    <message>
        <source>The server has not enough memory for this. Nothing of it was saved. Repeat it when less is going on there, or tell the administrator.</source>
        <translation>Der Server hat dafür nicht genug Arbeitsspeicher. Nichts davon wurde gespeichert. Wiederholen Sie es, wenn dort weniger los ist, oder sagen Sie es dem Administrator.</translation>
    </message>
    <message>
        <source>This server lets the book be read, not changed: it is a standby, or set to read only. Open the book on the main server, or ask the administrator.</source>
        <translation>Auf diesem Server kann das Buch gelesen, aber nicht geändert werden: Er steht nur in Reserve (Standby) oder ist auf Lesen gestellt. Öffnen Sie das Buch auf dem Hauptserver, oder fragen Sie den Administrator.</translation>
    </message>
    <message>
        <source>The server ended the connection: nothing had happened on it for longer than the server allows.</source>
        <translation>Der Server hat die Verbindung beendet: Auf ihr war länger nichts geschehen, als er erlaubt.</translation>
    </message>
    <message>
        <source>The disk on which the book lies is full. Nothing of this was saved. Make room there, then repeat it.</source>
        <translation>Der Datenträger, auf dem das Buch liegt, ist voll. Nichts hiervon wurde gespeichert. Schaffen Sie dort Platz, und wiederholen Sie es dann.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Install the newest Bincard and open the book with it.</source>
        <translation>Installieren Sie das neueste Bincard und öffnen Sie das Buch damit.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Check the network and that the server runs, then try again. What you typed is still here.</source>
        <translation>Prüfen Sie das Netz und ob der Server läuft, und versuchen Sie es erneut. Was Sie eingegeben haben, ist noch da.</translation>
    </message>
    <message>
        <source>Compare the two versions and choose.</source>
        <translation>Vergleichen Sie die beiden Fassungen und wählen Sie.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1: %2 is %3 on %4.</source>
        <translation>%1: %2 ist %3 am %4.</translation>
    </message>
    <message>
        <source>%1: %2 needed, %3 available on %4.</source>
        <translation>%1: %2 gebraucht, %3 verfügbar am %4.</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>S&amp;KU</source>
        <translation>Artikel&amp;nummer</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Bezeichnung</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Einheit</translation>
    </message>
    <message>
        <source>&amp;List price</source>
        <translation>&amp;Listenpreis</translation>
    </message>
    <message>
        <source>Reorder &amp;point</source>
        <translation>&amp;Meldebestand</translation>
    </message>
    <message>
        <source>&amp;Barcode</source>
        <translation>Bar&amp;code</translation>
    </message>
    <message>
        <source>Service (keeps no stock)</source>
        <translation>Dienstleistung (ohne Bestand)</translation>
    </message>
    <message>
        <source>&amp;Active</source>
        <translation>&amp;In Gebrauch</translation>
    </message>
</context>
<context>
    <name>LedgerService</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Warenbestand</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
    <message>
        <source>Opening balances</source>
        <translation>Saldenvorträge</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatzerlöse</translation>
    </message>
    <message>
        <source>Cost of sales</source>
        <translation>Wareneinsatz</translation>
    </message>
    <message>
        <source>Write-offs</source>
        <translation>Ausbuchungen</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Inventory bookkeeping whose balances are always right.</source>
        <translation>Lagerbuchführung, deren Bestände immer stimmen.</translation>
    </message>
    <message>
        <source>A file, or postgresql://user@host:port/database. Without it the book opened last, or the start page.</source>
        <translation>Eine Datei oder postgresql://user@host:port/database. Ohne Angabe das zuletzt geöffnete Buch oder die Startseite.</translation>
    </message>
    <message>
        <source>Open the demo book; with BOOK it is made there if it is missing.</source>
        <translation>Das Demobuch öffnen; mit BOOK wird es dort angelegt, wenn es fehlt.</translation>
    </message>
    <message>
        <source>Show this page; --list-pages names them. &quot;welcome&quot; is the start page.</source>
        <translation>Diese Seite zeigen; --list-pages nennt sie. „welcome“ ist die Startseite.</translation>
    </message>
    <message>
        <source>An argument of the page, such as at=2026-04-18; may be repeated.</source>
        <translation>Eine Angabe für die Seite, etwa at=2026-04-18; darf wiederholt werden.</translation>
    </message>
    <message>
        <source>Save a picture of the window once it has settled, and exit. Works with QT_QPA_PLATFORM=offscreen; remembered settings are left alone.</source>
        <translation>Ein Bild des Fensters sichern, sobald es fertig ist, und beenden. Geht auch mit QT_QPA_PLATFORM=offscreen; gemerkte Einstellungen bleiben unberührt.</translation>
    </message>
    <message>
        <source>Size of the window, such as 1280x800.</source>
        <translation>Größe des Fensters, etwa 1280x800.</translation>
    </message>
    <message>
        <source>The dark look, this time.</source>
        <translation>Dieses Mal dunkel.</translation>
    </message>
    <message>
        <source>The light look, this time.</source>
        <translation>Dieses Mal hell.</translation>
    </message>
    <message>
        <source>Enlarge everything, such as 1.5 or 2.</source>
        <translation>Alles vergrößern, etwa 1.5 oder 2.</translation>
    </message>
    <message>
        <source>Language of the texts, such as de.</source>
        <translation>Sprache der Texte, etwa de.</translation>
    </message>
    <message>
        <source>Print the names of the pages and exit.</source>
        <translation>Die Namen der Seiten ausgeben und beenden.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Stammdaten</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Bestände</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Umsätze</translation>
    </message>
    <message>
        <source>Stock card</source>
        <translation>Lagerkarte</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Live data</source>
        <translation>Live-Daten</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Hauptbuch</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Code examples</source>
        <translation>Codebeispiele</translation>
    </message>
</context>
<context>
    <name>PartnerForm</name>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Bezeichnung</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>C&amp;ustomer</source>
        <translation>K&amp;unde</translation>
    </message>
    <message>
        <source>&amp;Supplier</source>
        <translation>&amp;Lieferant</translation>
    </message>
    <message>
        <source>&amp;Active</source>
        <translation>&amp;In Gebrauch</translation>
    </message>
</context>
<context>
    <name>RegisterColumns</name>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Haben</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Opening
balance</source>
        <translation>Anfangs-
bestand</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Zugänge</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Abgänge</translation>
    </message>
    <message>
        <source>Closing
balance</source>
        <translation>End-
bestand</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Debit analytics</source>
        <translation>Soll-Analytik</translation>
    </message>
    <message>
        <source>Credit analytics</source>
        <translation>Haben-Analytik</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reverses %1</source>
        <translation>Kehrt %1 um</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Reversed by %1</source>
        <translation>Umgekehrt durch %1</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Refused: %1 would fall to %2 on %3.</source>
        <translation>Abgelehnt: %1 fiele am %3 auf %2.</translation>
    </message>
    <message>
        <source>Lowest %1
from then on</source>
        <translation>Tiefststand %1
ab diesem Zeitpunkt</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Möglich</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>revenue</source>
        <translation>Erlös</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>WarehouseForm</name>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Bezeichnung</translation>
    </message>
    <message>
        <source>&amp;Active</source>
        <translation>&amp;In Gebrauch</translation>
    </message>
</context>
<context>
    <name>bincard::AccountsPanel</name>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Save account</source>
        <translation>Konto speichern</translation>
    </message>
    <message>
        <source>No accounts yet.</source>
        <translation>Noch keine Konten.</translation>
    </message>
    <message>
        <source>Type the first one below.</source>
        <translation>Geben Sie unten das erste ein.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code of the account</source>
        <translation>Code des Kontos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>Type of the account</source>
        <translation>Typ des Kontos</translation>
    </message>
    <message>
        <source>An active account stands in debit, a passive one in credit, an active-passive one in either.</source>
        <translation>Ein Aktivkonto steht im Soll, ein Passivkonto im Haben, ein Aktiv-Passiv-Konto auf einer der beiden Seiten.</translation>
    </message>
    <message>
        <source>An account that is not in use takes no new movements.</source>
        <translation>Ein Konto, das nicht in Gebrauch ist, nimmt keine neuen Bewegungen an.</translation>
    </message>
    <message>
        <source>Make this account or change it (Ctrl+S)</source>
        <translation>Dieses Konto anlegen oder ändern (Strg+S)</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Neues Konto</translation>
    </message>
    <message>
        <source>Empty the fields for a new account (Ctrl+N)</source>
        <translation>Felder für ein neues Konto leeren (Strg+N)</translation>
    </message>
</context>
<context>
    <name>bincard::BalancesModel</name>
    <message>
        <source>%1, %2</source>
        <comment>column title, unit or currency</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>mixed</source>
        <comment>units</comment>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>At cost</source>
        <translation>Zu Einstandskosten</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>Stückkosten</translation>
    </message>
    <message>
        <source>Value divided by quantity</source>
        <translation>Wert geteilt durch Menge</translation>
    </message>
    <message>
        <source>Reorder point</source>
        <translation>Meldebestand</translation>
    </message>
    <message>
        <source>For the whole company, over all warehouses</source>
        <translation>Für das ganze Unternehmen, über alle Lager</translation>
    </message>
    <message>
        <source>Reorder</source>
        <translation>Nachbestellen</translation>
    </message>
    <message>
        <source>Below point</source>
        <translation>Unter Meldebestand</translation>
    </message>
    <message>
        <source>Marks items of which the company holds less than their reorder point</source>
        <translation>Kennzeichnet Artikel, von denen das Unternehmen weniger als den Meldebestand hat</translation>
    </message>
    <message>
        <source>Total of what is shown</source>
        <translation>Summe des Gezeigten</translation>
    </message>
</context>
<context>
    <name>bincard::BalancesPage</name>
    <message>
        <source>&amp;Below reorder point only</source>
        <translation>Nur &amp;unter Meldebestand</translation>
    </message>
    <message>
        <source>as &amp;of</source>
        <translation>a&amp;m</translation>
    </message>
    <message>
        <source>On hand at the end of this day</source>
        <translation>Vorhanden am Ende dieses Tages</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>H&amp;eute</translation>
    </message>
    <message>
        <source>Nothing was on hand on that day.</source>
        <translation>An diesem Tag war nichts vorhanden.</translation>
    </message>
    <message>
        <source>Show %1, the day of the last posting</source>
        <translation>%1 zeigen, den Tag der letzten Buchung</translation>
    </message>
    <message>
        <source>Nothing is on hand yet.</source>
        <translation>Noch ist nichts vorhanden.</translation>
    </message>
    <message>
        <source>Enter a goods receipt or an opening balance</source>
        <translation>Einen Wareneingang oder Anfangsbestand erfassen</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Everything posted counts, also what is dated after today.</source>
        <translation>Alles Gebuchte zählt, auch was nach heute datiert ist.</translation>
    </message>
    <message>
        <source>Up to today only</source>
        <translation>Nur bis heute</translation>
    </message>
    <message>
        <source>On hand today. Movements dated later are not counted.</source>
        <translation>Heute vorhanden. Später datierte Bewegungen zählen nicht mit.</translation>
    </message>
    <message>
        <source>Count them</source>
        <translation>Mitzählen</translation>
    </message>
    <message>
        <source>On hand today.</source>
        <translation>Heute vorhanden.</translation>
    </message>
    <message>
        <source>On hand at the end of %1. Later movements are not counted.</source>
        <translation>Vorhanden am Ende des %1. Spätere Bewegungen zählen nicht mit.</translation>
    </message>
    <message>
        <source>On hand at the end of %1; nothing has moved since.</source>
        <translation>Vorhanden am Ende des %1; seither hat sich nichts bewegt.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) below the reorder point.</source>
        <translation>
            <numerusform>Ein Artikel unter dem Meldebestand.</numerusform>
            <numerusform>%n Artikel unter dem Meldebestand.</numerusform>
        </translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Bestände</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) below the reorder point lie in no warehouse.</source>
        <translation>
            <numerusform>%n Artikel unter dem Meldebestand liegt in keinem Lager.</numerusform>
            <numerusform>%n Artikel unter dem Meldebestand liegen in keinem Lager.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them too</source>
        <translation>Auch diese zeigen</translation>
    </message>
    <message>
        <source>Only items below the reorder point are shown, also those that have run out.</source>
        <translation>Es werden nur Artikel unter dem Meldebestand gezeigt, auch solche ohne Bestand.</translation>
    </message>
    <message>
        <source>Show all items</source>
        <translation>Alle Artikel zeigen</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
</context>
<context>
    <name>bincard::CatalogModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field: what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is taken already.</source>
        <translation>%1 ist schon vergeben.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>What is not active stays in history and is offered nowhere.</source>
        <translation>Was nicht in Gebrauch ist, bleibt in der Geschichte und wird nirgends angeboten.</translation>
    </message>
</context>
<context>
    <name>bincard::CatalogPage</name>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>Take into use again</source>
        <translation>Wieder in Gebrauch nehmen</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>Außer Gebrauch setzen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>New; saved when you leave the row or with Ctrl+S.</source>
        <translation>Neu; wird gespeichert, wenn Sie die Zeile verlassen oder mit Strg+S.</translation>
    </message>
    <message>
        <source>Changed; saved when you leave the row or with Ctrl+S. Ctrl+Z takes it back.</source>
        <translation>Geändert; wird gespeichert, wenn Sie die Zeile verlassen oder mit Strg+S. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation>Wählen Sie eine Zeile, um sie hier zu sehen.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Stammdaten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Undo the last edit that is not saved yet</source>
        <translation>Die letzte noch nicht gespeicherte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Filtern (Strg+F)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show what is out of use</source>
        <translation>Auch zeigen, was außer Gebrauch ist</translation>
    </message>
    <message>
        <source>&lt;a href=&quot;new&quot;&gt;%1 (Ctrl+N)&lt;/a&gt;, or &lt;a href=&quot;import&quot;&gt;import a file&lt;/a&gt;.</source>
        <translation>&lt;a href=&quot;new&quot;&gt;%1 (Strg+N)&lt;/a&gt;, oder &lt;a href=&quot;import&quot;&gt;eine Datei importieren&lt;/a&gt;.</translation>
    </message>
</context>
<context>
    <name>bincard::CategoryTree</name>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Umbenennen (F2)</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Without category</source>
        <translation>Ohne Kategorie</translation>
    </message>
    <message>
        <source>The category %1 is saved.</source>
        <translation>Die Kategorie %1 ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>bincard::ChartData</name>
    <message>
        <source>Receipts</source>
        <translation>Zugänge</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Abgänge</translation>
    </message>
    <message>
        <source>Closing balance</source>
        <translation>Endbestand</translation>
    </message>
    <message>
        <source>Receipts: %1</source>
        <translation>Zugänge: %1</translation>
    </message>
    <message>
        <source>Issues: %1</source>
        <translation>Abgänge: %1</translation>
    </message>
    <message>
        <source>Closing balance: %1</source>
        <translation>Endbestand: %1</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Stock value</source>
        <translation>Lagerwert</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Erlös</translation>
    </message>
    <message>
        <source>Revenue: %1</source>
        <translation>Erlös: %1</translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>Kosten: %1</translation>
    </message>
    <message>
        <source>Together with those above: %1 % of the listed items</source>
        <translation>Zusammen mit den darüberstehenden: %1 % der aufgeführten Artikel</translation>
    </message>
    <message>
        <source>None in %1 either</source>
        <translation>Auch im %1 keine</translation>
    </message>
    <message>
        <source>The same as in %1</source>
        <translation>Wie im %1</translation>
    </message>
    <message>
        <source>%1 more than in %2</source>
        <translation>%1 mehr als im %2</translation>
    </message>
    <message>
        <source>%1 less than in %2</source>
        <translation>%1 weniger als im %2</translation>
    </message>
    <message>
        <source>%1 more than in %2 (+%3 %)</source>
        <translation>%1 mehr als im %2 (+%3 %)</translation>
    </message>
    <message>
        <source>%1 less than in %2 (−%3 %)</source>
        <translation>%1 weniger als im %2 (−%3 %)</translation>
    </message>
</context>
<context>
    <name>bincard::Charts</name>
    <message>
        <source>million</source>
        <translation>Mio.</translation>
    </message>
    <message>
        <source>million %1</source>
        <comment>unit or currency</comment>
        <translation>Mio. %1</translation>
    </message>
    <message>
        <source>thousand</source>
        <translation>Tsd.</translation>
    </message>
    <message>
        <source>thousand %1</source>
        <comment>unit or currency</comment>
        <translation>Tsd. %1</translation>
    </message>
</context>
<context>
    <name>bincard::ClosePeriodDialog</name>
    <message>
        <source>&amp;Close up to and including the date</source>
        <translation>Bis einschließlich dieses Datums ab&amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Reopen what lies after the date</source>
        <translation>Was nach dem Datum liegt, wieder ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Reopen &amp;everything</source>
        <translation>A&amp;lles wieder öffnen</translation>
    </message>
    <message>
        <source>Close period</source>
        <translation>Zeitraum abschließen</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <source>The closing date is being read …</source>
        <translation>Das Abschlussdatum wird gelesen …</translation>
    </message>
    <message>
        <source>The book is closed up to and including %1.</source>
        <translation>Das Buch ist bis einschließlich %1 abgeschlossen.</translation>
    </message>
    <message>
        <source>Nothing is closed yet.</source>
        <translation>Noch ist nichts abgeschlossen.</translation>
    </message>
    <message>
        <source>Nothing dated on or before this day can be posted, changed or cancelled any more, by anybody and in any register. Drafts stay as they are.</source>
        <translation>Was auf diesen Tag oder früher datiert ist, lässt sich nicht mehr buchen, ändern oder stornieren, von niemandem und in keinem Register. Entwürfe bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>What is reopened can be posted, changed and cancelled again. Reports that were handed out may then no longer agree with the book.</source>
        <translation>Was wieder geöffnet ist, lässt sich wieder buchen, ändern und stornieren. Schon weitergegebene Berichte stimmen dann möglicherweise nicht mehr mit dem Buch überein.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
</context>
<context>
    <name>bincard::CodePage</name>
    <message>
        <source>The tests of Bincard compile and run every one of these, on SQLite and PostgreSQL.</source>
        <translation>Die Tests von Bincard übersetzen jedes dieser Beispiele und führen es aus, mit SQLite und mit PostgreSQL.</translation>
    </message>
    <message>
        <source>Find in the examples (Ctrl+F)</source>
        <translation>In den Beispielen suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selection, or all of it where nothing is selected (Ctrl+C)</source>
        <translation>Die Auswahl kopieren, oder alles, wenn nichts ausgewählt ist (Strg+C)</translation>
    </message>
    <message>
        <source>No example holds these words. Press Esc to clear them.</source>
        <translation>Kein Beispiel enthält diese Wörter. Esc löscht sie.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n line(s).</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Code examples</source>
        <translation>Codebeispiele</translation>
    </message>
</context>
<context>
    <name>bincard::CodeView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy all of it (Ctrl+Shift+C)</source>
        <translation>Alles kopieren (Strg+Umschalt+C)</translation>
    </message>
</context>
<context>
    <name>bincard::ColumnsBox</name>
    <message>
        <source>What the columns hold</source>
        <translation>Was die Spalten enthalten</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Belegnummer</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Belegart</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Partner&apos;s name</source>
        <translation>Name des Partners</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>To warehouse</source>
        <translation>In Lager</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Item (SKU)</source>
        <translation>Artikel (Nummer)</translation>
    </message>
    <message>
        <source>Item&apos;s name</source>
        <translation>Bezeichnung des Artikels</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Number in the lines</source>
        <translation>Nummer in den Zeilen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Listenpreis</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Reorder point</source>
        <translation>Meldebestand</translation>
    </message>
    <message>
        <source>Is a service</source>
        <translation>Ist Dienstleistung</translation>
    </message>
    <message>
        <source>Is active</source>
        <translation>Ist in Gebrauch</translation>
    </message>
    <message>
        <source>Is discontinued</source>
        <translation>Ist ausgelaufen</translation>
    </message>
    <message>
        <source>Parent category</source>
        <translation>Übergeordnete Kategorie</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Is a customer</source>
        <translation>Ist Kunde</translation>
    </message>
    <message>
        <source>Is a supplier</source>
        <translation>Ist Lieferant</translation>
    </message>
    <message>
        <source>(choose a column)</source>
        <translation>(Spalte wählen)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Anlass</translation>
    </message>
</context>
<context>
    <name>bincard::CommandPalette</name>
    <message>
        <source>Find an item, partner, document, page or action</source>
        <translation>Artikel, Partner, Beleg, Seite oder Aktion suchen</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
</context>
<context>
    <name>bincard::ConflictPanel</name>
    <message>
        <source>Take theirs</source>
        <translation>Deren Fassung nehmen</translation>
    </message>
    <message>
        <source>Keep mine and save over it</source>
        <translation>Meine behalten und darüber speichern</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Deren</translation>
    </message>
    <message>
        <source>Both versions side by side</source>
        <translation>Beide Fassungen nebeneinander</translation>
    </message>
    <message>
        <source>What you typed is dropped.</source>
        <translation>Was Sie eingegeben haben, entfällt.</translation>
    </message>
    <message>
        <source>Their version stays in the history only as a mark; yours takes its place.</source>
        <translation>Deren Fassung bleibt nur als Vermerk in der Geschichte; Ihre tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>Somebody else saved %1 while you were editing it. Nothing of yours has been saved yet.</source>
        <translation>Jemand anderes hat %1 gespeichert, während Sie daran arbeiteten. Von Ihnen ist noch nichts gespeichert.</translation>
    </message>
    <message>
        <source>%1 saved %2 on %3, while you were editing it. Nothing of yours has been saved yet.</source>
        <translation>%1 hat %2 am %3 gespeichert, während Sie daran arbeiteten. Von Ihnen ist noch nichts gespeichert.</translation>
    </message>
</context>
<context>
    <name>bincard::ConnectDialog</name>
    <message numerus="yes">
        <source>It works: %1, %n document(s).</source>
        <translation>
            <numerusform>Es klappt: %1, ein Beleg.</numerusform>
            <numerusform>Es klappt: %1, %n Belege.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt…</translation>
    </message>
</context>
<context>
    <name>bincard::DashboardPage</name>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>number, state</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Nothing has been posted yet.</source>
        <translation>Noch ist nichts gebucht.</translation>
    </message>
    <message>
        <source>Enter the first goods receipt</source>
        <translation>Den ersten Wareneingang erfassen</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Eine Datei importieren</translation>
    </message>
    <message>
        <source>as of today, %1</source>
        <translation>Stand heute, %1</translation>
    </message>
    <message>
        <source>as of %1, the last posting</source>
        <translation>Stand %1, letzte Buchung</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>caption, currency</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Stock value</source>
        <translation>Lagerwert</translation>
    </message>
    <message numerus="yes">
        <source>at cost, in %n warehouse(s)</source>
        <translation>
            <numerusform>zu Einstandskosten, in einem Lager</numerusform>
            <numerusform>zu Einstandskosten, in %n Lagern</numerusform>
        </translation>
    </message>
    <message>
        <source>Items below reorder point</source>
        <translation>Unter Meldebestand</translation>
    </message>
    <message>
        <source>to be ordered again</source>
        <translation>Artikel nachzubestellen</translation>
    </message>
    <message>
        <source>nothing needs to be ordered</source>
        <translation>nichts nachzubestellen</translation>
    </message>
    <message>
        <source>Receipts in %1</source>
        <translation>Zugänge im %1</translation>
    </message>
    <message>
        <source>Issues in %1</source>
        <translation>Abgänge im %1</translation>
    </message>
    <message>
        <source>Stock value by warehouse, %1</source>
        <translation>Lagerwert nach Lager, %1</translation>
    </message>
    <message>
        <source>Nothing is on hand.</source>
        <translation>Nichts ist vorhanden.</translation>
    </message>
    <message>
        <source>Nothing moved in these 12 months.</source>
        <translation>In diesen 12 Monaten hat sich nichts bewegt.</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Zugänge</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Abgänge</translation>
    </message>
    <message>
        <source>Stock value, 90 days to %1</source>
        <translation>Lagerwert, 90 Tage bis %1</translation>
    </message>
    <message>
        <source>Nothing was on hand in these 90 days.</source>
        <translation>In diesen 90 Tagen war nichts vorhanden.</translation>
    </message>
    <message>
        <source>Nothing was sold in these 12 months.</source>
        <translation>In diesen 12 Monaten wurde nichts verkauft.</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <comment>on hand, reorder point, unit</comment>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <source>%1 %2
On hand: %3 %5
Reorder point: %4 %5</source>
        <translation>%1 %2
Vorhanden: %3 %5
Meldebestand: %4 %5</translation>
    </message>
    <message>
        <source>Lowest against reorder point</source>
        <translation>Knappste Artikel</translation>
    </message>
    <message>
        <source>mark: reorder point</source>
        <translation>Strich: Meldebestand</translation>
    </message>
    <message>
        <source>No item has a reorder point. Set it in the catalog.</source>
        <translation>Kein Artikel hat einen Meldebestand. Legen Sie ihn in den Stammdaten fest.</translation>
    </message>
    <message>
        <source>Latest documents</source>
        <translation>Neueste Belege</translation>
    </message>
    <message>
        <source>No documents yet.</source>
        <translation>Noch keine Belege.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Receipts and issues to %1</source>
        <translation>Zugänge und Abgänge bis %1</translation>
    </message>
    <message>
        <source>Top items by revenue</source>
        <translation>Top-Artikel nach Erlös</translation>
    </message>
    <message>
        <source>12 months to %1</source>
        <translation>12 Monate bis %1</translation>
    </message>
</context>
<context>
    <name>bincard::DataTable</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear the filter (Esc)</source>
        <translation>Filter löschen (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) selected</source>
        <translation>
            <numerusform>Eine Zeile ausgewählt</numerusform>
            <numerusform>%n Zeilen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>3 rows selected, On hand: 590.00</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>Eine Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::DateEdit</name>
    <message>
        <source>Choose from a calendar (Alt+Down)</source>
        <translation>Aus dem Kalender wählen (Alt+Abwärts)</translation>
    </message>
    <message>
        <source>A date, or short: &quot;18&quot; is the 18th of this month, &quot;+1&quot; is tomorrow. Up and Down go a day.</source>
        <translation>Ein Datum, oder kurz: „18“ ist der 18. dieses Monats, „+1“ ist morgen. Auf und ab geht einen Tag weiter.</translation>
    </message>
</context>
<context>
    <name>bincard::DefinitionDraft</name>
    <message>
        <source>Item of the catalog</source>
        <translation>Artikel aus den Stammdaten</translation>
    </message>
    <message>
        <source>Warehouse of the catalog</source>
        <translation>Lager aus den Stammdaten</translation>
    </message>
    <message>
        <source>Partner of the catalog</source>
        <translation>Partner aus den Stammdaten</translation>
    </message>
    <message>
        <source>Category of the catalog</source>
        <translation>Kategorie aus den Stammdaten</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Ganze Zahl</translation>
    </message>
    <message>
        <source>Large whole number</source>
        <translation>Große ganze Zahl</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Taken where a movement does not name the dimension. &quot;&quot; is the empty text. Without a default the dimension is always needed.</source>
        <translation>Gilt, wenn eine Bewegung die Dimension nicht nennt. &quot;&quot; ist der leere Text. Ohne Vorgabe muss die Dimension immer angegeben werden.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Decimal number</source>
        <translation>Dezimalzahl</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>How many digits stand behind the point: 0 to 6.</source>
        <translation>Anzahl der Stellen hinter dem Komma: 0 bis 6.</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>Unter null</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Refused: no posting may let the balance of a key fall below zero at the end of any day, however far back it is dated.</source>
        <translation>Abgelehnt: Keine Buchung darf den Bestand eines Schlüssels am Ende irgendeines Tages unter null fallen lassen, wie weit sie auch zurückdatiert ist.</translation>
    </message>
    <message>
        <source>Dimension %1: %2</source>
        <translation>Dimension %1: %2</translation>
    </message>
    <message>
        <source>Resource %1: %2</source>
        <translation>Ressource %1: %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The documents post to this register; only what is refused below zero can change.</source>
        <translation>In dieses Register buchen die Belege; ändern lässt sich nur, was unter null abgelehnt wird.</translation>
    </message>
    <message>
        <source>The documents post to this register; it stays as it is.</source>
        <translation>In dieses Register buchen die Belege; es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Resources can be added, dimensions too, with a default for the movements there are, and what is refused below zero can change.</source>
        <translation>Ressourcen lassen sich hinzufügen, Dimensionen ebenso, mit einem Vorgabewert für die vorhandenen Bewegungen; was unter null abgelehnt wird, lässt sich ändern.</translation>
    </message>
    <message>
        <source>Resources can be added, dimensions too, with a default for the movements there are.</source>
        <translation>Ressourcen lassen sich hinzufügen, Dimensionen ebenso, mit einem Vorgabewert für die vorhandenen Bewegungen.</translation>
    </message>
    <message>
        <source>Such as warehouse</source>
        <translation>Etwa warehouse</translation>
    </message>
    <message>
        <source>Such as quantity</source>
        <translation>Etwa quantity</translation>
    </message>
    <message>
        <source>Choose (F2)</source>
        <translation>Wählen (F2)</translation>
    </message>
    <message>
        <source>Choose a type (F2 lists them).</source>
        <translation>Wählen Sie einen Typ (F2 zeigt alle).</translation>
    </message>
</context>
<context>
    <name>bincard::DefinitionEditor</name>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>The definition is on the clipboard.</source>
        <translation>Die Definition ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>A letter, then letters, digits or _</source>
        <translation>Buchstaben, Ziffern und _</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Bestände</translation>
    </message>
    <message>
        <source>Turnovers only</source>
        <translation>Nur Umsätze</translation>
    </message>
    <message>
        <source>Ledger, double entry</source>
        <translation>Doppelte Buchführung</translation>
    </message>
    <message>
        <source>One table</source>
        <translation>Eine Tabelle</translation>
    </message>
    <message>
        <source>A part a year</source>
        <translation>Ein Teil je Jahr</translation>
    </message>
    <message>
        <source>A part a quarter</source>
        <translation>Ein Teil je Quartal</translation>
    </message>
    <message>
        <source>A part a month</source>
        <translation>Ein Teil je Monat</translation>
    </message>
    <message>
        <source>How the journal is cut up. It can only be chosen when the register is made.</source>
        <translation>Wie das Journal aufgeteilt wird. Das lässt sich nur beim Anlegen des Registers wählen.</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Dimensions: what balances are kept by</source>
        <translation>Dimensionen: wonach Bestände geführt werden</translation>
    </message>
    <message>
        <source>Resources: what is counted</source>
        <translation>Ressourcen: was gezählt wird</translation>
    </message>
    <message>
        <source>Open...</source>
        <translation>Öffnen...</translation>
    </message>
    <message>
        <source>Take the definition from a JSON file</source>
        <translation>Die Definition aus einer JSON-Datei übernehmen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Take the definition from the clipboard</source>
        <translation>Die Definition aus der Zwischenablage übernehmen</translation>
    </message>
    <message>
        <source>Counts what came in and went out in a time; it keeps no balance.</source>
        <translation>Zählt, was in einem Zeitraum zu- und abgegangen ist; führt keinen Bestand.</translation>
    </message>
    <message>
        <source>Every movement debits one account and credits another, with analytics on either side.</source>
        <translation>Jede Bewegung bucht auf einem Konto im Soll und auf einem anderen im Haben, mit Analytik auf beiden Seiten.</translation>
    </message>
    <message>
        <source>Keeps what is there: balances on any day, receipts and issues.</source>
        <translation>Führt, was vorhanden ist: Bestände an jedem Tag, Zugänge und Abgänge.</translation>
    </message>
    <message>
        <source>Create register (Ctrl+Enter)</source>
        <translation>Register anlegen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Dimension %1: %2</source>
        <translation>Dimension %1: %2</translation>
    </message>
    <message>
        <source>Resource %1: %2</source>
        <translation>Ressource %1: %2</translation>
    </message>
    <message>
        <source>Open a definition</source>
        <translation>Definition öffnen</translation>
    </message>
    <message>
        <source>JSON files (*.json);;All files (*)</source>
        <translation>JSON-Dateien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Altering %1: %2 %</source>
        <translation>%1 wird geändert: %2 %</translation>
    </message>
    <message>
        <source>Altering %1...</source>
        <translation>%1 wird geändert...</translation>
    </message>
    <message>
        <source>Creating %1...</source>
        <translation>%1 wird angelegt...</translation>
    </message>
    <message>
        <source>Alter register (Ctrl+Enter)</source>
        <translation>Register ändern (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
</context>
<context>
    <name>bincard::DimensionFilter</name>
    <message>
        <source>Which dimensions make a row of balances</source>
        <translation>Welche Dimensionen eine Zeile der Bestände bilden</translation>
    </message>
    <message>
        <source>Clear the filter (Esc)</source>
        <translation>Filter löschen (Esc)</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>All in one row</source>
        <translation>Alles in einer Zeile</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>grouped by</comment>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>Only these values of %1, with commas between them. What holds a comma itself stands in double quotes: &quot;a, b&quot;.</source>
        <translation>Nur diese Werte von %1, durch Kommas getrennt. Was selbst ein Komma enthält, steht in doppelten Anführungszeichen: &quot;a, b&quot;.</translation>
    </message>
</context>
<context>
    <name>bincard::DocumentDifference</name>
    <message>
        <source>%1 × %2</source>
        <extracomment>quantity, item</extracomment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 × %2 for %3</source>
        <extracomment>quantity, item, amount</extracomment>
        <translation>%1 × %2 für %3</translation>
    </message>
    <message>
        <source>%1 × %2 at %3</source>
        <extracomment>quantity, item, price of one</extracomment>
        <translation>%1 × %2 zu %3</translation>
    </message>
    <message>
        <source>%1 × %2 at %3 less %4</source>
        <extracomment>quantity, item, price of one, discount in percent</extracomment>
        <translation>%1 × %2 zu %3 abzüglich %4</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>bincard::DocumentEditorPage</name>
    <message>
        <source>%1 is posted.</source>
        <translation>%1 ist gebucht.</translation>
    </message>
    <message>
        <source>%1 is unposted.</source>
        <translation>Die Buchung von %1 ist aufgehoben.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>%1 needed, %2 available in %3 on %4.</source>
        <translation>%1 gebraucht, %2 verfügbar in %3 am %4.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>item, what is short of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>After posting, start the next one</source>
        <translation>Nach dem Buchen den nächsten beginnen</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>Entwurf speichern</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Unpost</source>
        <translation>Buchung aufheben</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Start a new document?</source>
        <translation>Einen neuen Beleg beginnen?</translation>
    </message>
    <message>
        <source>Duplicate as new</source>
        <translation>Als neuen Beleg kopieren</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschichte</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>Head or lines</source>
        <translation>Kopf oder Zeilen</translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation>Verworfen.</translation>
    </message>
    <message>
        <source>%1 posts the document.</source>
        <translation>%1 bucht den Beleg.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>%1, with unsaved changes</source>
        <comment>state of a document</comment>
        <translation>%1, mit ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Repost (Ctrl+Enter)</source>
        <translation>Neu buchen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Post again (Ctrl+Enter)</source>
        <translation>Wieder buchen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Post (Ctrl+Enter)</source>
        <translation>Buchen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Saves the changes and puts its movements right, in one step.</source>
        <translation>Speichert die Änderungen und stellt die Bewegungen richtig, in einem Schritt.</translation>
    </message>
    <message>
        <source>Saves the document and books its movements, in one step.</source>
        <translation>Speichert den Beleg und bucht seine Bewegungen, in einem Schritt.</translation>
    </message>
    <message>
        <source>Takes its movements back; the document stays, cancelled.</source>
        <translation>Nimmt seine Bewegungen zurück; der Beleg bleibt, storniert.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Lines %1 &amp;nbsp;&amp;nbsp;&amp;nbsp; Total &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>Zeilen %1 &amp;nbsp;&amp;nbsp;&amp;nbsp; Summe &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Lines %1</source>
        <translation>Zeilen %1</translation>
    </message>
    <message>
        <source>Open the other document?</source>
        <translation>Den anderen Beleg öffnen?</translation>
    </message>
    <message>
        <source>%1 %2 has unsaved changes.</source>
        <comment>a question, the name of the document</comment>
        <translation>%1 %2 hat ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Repost</source>
        <translation>Neu buchen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Leave?</source>
        <translation>Verlassen?</translation>
    </message>
    <message>
        <source>Nothing is unsaved any more; you can leave now.</source>
        <translation>Nichts ist mehr ungespeichert; Sie können jetzt weitergehen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was not saved when the program ended on %2. It has %n line(s).</source>
        <translation>
            <numerusform>%1 war nicht gespeichert, als das Programm am %2 endete. Eine Zeile.</numerusform>
            <numerusform>%1 war nicht gespeichert, als das Programm am %2 endete. %n Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the other document?</source>
        <translation>Den anderen Beleg wiederherstellen?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Nothing has been entered yet.</source>
        <translation>Noch ist nichts eingegeben.</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Unpost %1? Its movements are taken back; the document stays, cancelled.</source>
        <translation>Die Buchung von %1 aufheben? Die Bewegungen werden zurückgenommen; der Beleg bleibt, storniert.</translation>
    </message>
    <message>
        <source>Keep it posted</source>
        <translation>Gebucht lassen</translation>
    </message>
    <message>
        <source>Discard the draft %1? It is removed from the book.</source>
        <translation>Den Entwurf %1 verwerfen? Er wird aus dem Buch entfernt.</translation>
    </message>
    <message>
        <source>Discard what is unsaved of %1?</source>
        <translation>Verwerfen, was an %1 ungespeichert ist?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Duplicate?</source>
        <translation>Kopieren?</translation>
    </message>
    <message>
        <source>Scanned: %1 %2</source>
        <translation>Gescannt: %1 %2</translation>
    </message>
    <message>
        <source>No item has the barcode %1.</source>
        <translation>Kein Artikel hat den Barcode %1.</translation>
    </message>
</context>
<context>
    <name>bincard::DocumentFilterBar</name>
    <message>
        <source>Number, partner or note</source>
        <translation>Nummer, Partner oder Notiz</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Alle Belege</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Clear the filter (Esc)</source>
        <translation>Filter löschen (Esc)</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit %1</translation>
    </message>
    <message>
        <source>Only documents with this item. Click to show the others too.</source>
        <translation>Nur Belege mit diesem Artikel. Klicken Sie, um auch die anderen zu zeigen.</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
</context>
<context>
    <name>bincard::DocumentLinesModel</name>
    <message>
        <source>Choose item</source>
        <translation>Artikel wählen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n line(s)</source>
        <translation>
            <numerusform>Zeile entfernen</numerusform>
            <numerusform>%n Zeilen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Repeat line</source>
        <translation>Zeile wiederholen</translation>
    </message>
    <message>
        <source>Scan %1</source>
        <translation>%1 scannen</translation>
    </message>
    <message>
        <source>Change line</source>
        <translation>Zeile ändern</translation>
    </message>
    <message>
        <source>The amount has more than 18 digits.</source>
        <translation>Der Betrag hat mehr als 18 Stellen.</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s)</source>
        <translation>
            <numerusform>Zeile einfügen</numerusform>
            <numerusform>%n Zeilen einfügen</numerusform>
        </translation>
    </message>
    <message>
        <source>No item has the SKU, name or barcode &quot;%1&quot;.</source>
        <translation>Kein Artikel hat die Nummer, die Bezeichnung oder den Barcode „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; has more than %n decimal(s).</source>
        <translation>
            <numerusform>„%1“ hat mehr als eine Nachkommastelle.</numerusform>
            <numerusform>„%1“ hat mehr als %n Nachkommastellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 needed, %2 available on %3.</source>
        <translation>%1 gebraucht, %2 verfügbar am %3.</translation>
    </message>
    <message>
        <source>A service keeps no stock.</source>
        <translation>Eine Dienstleistung hat keinen Bestand.</translation>
    </message>
    <message>
        <source>The lowest balance from the posting date on, reached on %1.</source>
        <translation>Der niedrigste Bestand ab dem Buchungsdatum, erreicht am %1.</translation>
    </message>
    <message>
        <source>SKU, name or barcode</source>
        <translation>Nummer, Name oder Barcode</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>Mengeneinheit</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einh.</translation>
    </message>
    <message>
        <source>Price of one unit; the list price is filled in</source>
        <translation>Preis einer Einheit; der Listenpreis wird eingesetzt</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Discount in percent of the price</source>
        <translation>Rabatt in Prozent des Preises</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Quantity times price; type what the invoice says instead of a price</source>
        <translation>Menge mal Preis; geben Sie statt eines Preises ein, was die Rechnung sagt</translation>
    </message>
    <message>
        <source>Quantity times price, less the discount</source>
        <translation>Menge mal Preis, abzüglich des Rabatts</translation>
    </message>
    <message>
        <source>The lowest end-of-day balance in the warehouse from the posting date on</source>
        <translation>Der niedrigste Tagesendbestand im Lager ab dem Buchungsdatum</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>What this document leaves of it, all its lines taken together</source>
        <translation>Was dieser Beleg davon übrig lässt, alle Zeilen zusammengenommen</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
</context>
<context>
    <name>bincard::DocumentListModel</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>bincard::DocumentsPage</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Neu…</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Unpost…</source>
        <translation>Buchung aufheben…</translation>
    </message>
    <message>
        <source>New document</source>
        <translation>Neuer Beleg</translation>
    </message>
    <message>
        <source>New document of any kind (%1)</source>
        <translation>Neuer Beleg beliebiger Art (%1)</translation>
    </message>
    <message>
        <source>%1 is posted.</source>
        <translation>%1 ist gebucht.</translation>
    </message>
    <message>
        <source>Unpost %1? Its movements are taken back; the document stays, cancelled.</source>
        <translation>Die Buchung von %1 aufheben? Die Bewegungen werden zurückgenommen; der Beleg bleibt, storniert.</translation>
    </message>
    <message>
        <source>Unpost</source>
        <translation>Buchung aufheben</translation>
    </message>
    <message>
        <source>%1 is unposted.</source>
        <translation>Die Buchung von %1 ist aufgehoben.</translation>
    </message>
    <message>
        <source>Keep it posted</source>
        <translation>Gebucht lassen</translation>
    </message>
    <message numerus="yes">
        <source>The first %n documents; scroll for more</source>
        <translation>
            <numerusform>Der erste Beleg; weiter unten folgen mehr</numerusform>
            <numerusform>Die ersten %n Belege; weiter unten folgen mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>Ein Beleg</numerusform>
            <numerusform>%n Belege</numerusform>
        </translation>
    </message>
    <message>
        <source>No document matches the filter.</source>
        <translation>Kein Beleg passt zum Filter.</translation>
    </message>
    <message>
        <source>&lt;a href=&quot;clear&quot;&gt;Clear the filter (Esc)&lt;/a&gt;</source>
        <translation>&lt;a href=&quot;clear&quot;&gt;Filter löschen (Esc)&lt;/a&gt;</translation>
    </message>
    <message>
        <source>No documents yet.</source>
        <translation>Noch keine Belege.</translation>
    </message>
    <message>
        <source>Begin with a &lt;a href=&quot;goods_receipt&quot;&gt;goods receipt&lt;/a&gt; or an &lt;a href=&quot;opening_balance&quot;&gt;opening balance&lt;/a&gt; (Ctrl+N), or &lt;a href=&quot;import&quot;&gt;import&lt;/a&gt; what you have.</source>
        <translation>Beginnen Sie mit einem &lt;a href=&quot;goods_receipt&quot;&gt;Wareneingang&lt;/a&gt; oder einem &lt;a href=&quot;opening_balance&quot;&gt;Anfangsbestand&lt;/a&gt; (Strg+N), oder &lt;a href=&quot;import&quot;&gt;importieren&lt;/a&gt; Sie, was Sie haben.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Belege</translation>
    </message>
</context>
<context>
    <name>bincard::EffectTable</name>
    <message>
        <source>The effect stands here while you type.</source>
        <translation>Während der Eingabe steht hier die Auswirkung.</translation>
    </message>
    <message>
        <source>This is what stands in the book already.</source>
        <translation>Genau das steht bereits im Buch.</translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s) will be posted.</source>
        <translation>
            <numerusform>%n Bewegung wird gebucht.</numerusform>
            <numerusform>%n Bewegungen werden gebucht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s) will be posted</source>
        <translation>
            <numerusform>%n Bewegung wird gebucht</numerusform>
            <numerusform>%n Bewegungen werden gebucht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reversed.</source>
        <translation>
            <numerusform>%n umgekehrt.</numerusform>
            <numerusform>%n umgekehrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What comes in is positive, what goes out is negative. Every balance that changes is shown: before, after, and the lowest it comes to on any later day.</source>
        <translation>Was hereinkommt, ist positiv, was hinausgeht, negativ. Jeder Bestand, der sich ändert, wird gezeigt: vorher, nachher und sein niedrigster Stand an einem späteren Tag.</translation>
    </message>
    <message numerus="yes">
        <source>The book would refuse this: %n balance(s) would fall below zero.</source>
        <translation>
            <numerusform>Das Buch würde dies ablehnen: Ein Bestand fiele unter null.</numerusform>
            <numerusform>Das Buch würde dies ablehnen: %n Bestände fielen unter null.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::EntryView</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
</context>
<context>
    <name>bincard::ErrorBanner</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Meldung kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>bincard::FilterBar</name>
    <message>
        <source>Filter by SKU, name or barcode (Ctrl+F)</source>
        <translation>Nach Nummer, Bezeichnung oder Barcode filtern (Strg+F)</translation>
    </message>
    <message>
        <source>Filter items</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>All warehouses</source>
        <translation>Alle Lager</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Clear the filters (Esc)</source>
        <translation>Filter löschen (Esc)</translation>
    </message>
</context>
<context>
    <name>bincard::FormatBox</name>
    <message>
        <source>How the file is written</source>
        <translation>Wie die Datei geschrieben ist</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Komma  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Semikolon  ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>Senkrechter Strich  |</translation>
    </message>
    <message>
        <source>Double  &quot;</source>
        <translation>Doppelte  &quot;</translation>
    </message>
    <message>
        <source>Single  &apos;</source>
        <translation>Einfache  &apos;</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>&amp;Trennzeichen</translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation>Anfüh&amp;rungszeichen</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Kodierung</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>Zahle&amp;n</translation>
    </message>
    <message>
        <source>Da&amp;tes</source>
        <translation>Datum&amp;sangaben</translation>
    </message>
    <message>
        <source>d day, M month (MMM its English name), yyyy or yy year. A time behind the date counts for movements only.</source>
        <translation>d Tag, M Monat (MMM sein englischer Name), yyyy oder yy Jahr. Eine Uhrzeit hinter dem Datum zählt nur bei Bewegungen.</translation>
    </message>
</context>
<context>
    <name>bincard::GridView</name>
    <message>
        <source>Repeat row</source>
        <translation>Zeile wiederholen</translation>
    </message>
    <message>
        <source>Remove rows</source>
        <translation>Zeilen entfernen</translation>
    </message>
    <message>
        <source>Move row up</source>
        <translation>Zeile nach oben verschieben</translation>
    </message>
    <message>
        <source>Move row down</source>
        <translation>Zeile nach unten verschieben</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>Zeilen einfügen</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) pasted.</source>
        <translation>
            <numerusform>%n Zeile eingefügt.</numerusform>
            <numerusform>%n Zeilen eingefügt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::GroupList</name>
    <message>
        <source>Tick with Space; change the order by dragging or with Ctrl+Shift+Up and Ctrl+Shift+Down.</source>
        <translation>Mit der Leertaste an- und abwählen; die Reihenfolge durch Ziehen oder mit Strg+Umschalt+Aufwärts und Strg+Umschalt+Abwärts ändern.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
</context>
<context>
    <name>bincard::GroupingBox</name>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Group b&amp;y</source>
        <translation>Gruppieren &amp;nach</translation>
    </message>
</context>
<context>
    <name>bincard::HeaderForm</name>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Left empty, the document gets the next number.</source>
        <translation>Bleibt das Feld leer, bekommt der Beleg die nächste Nummer.</translation>
    </message>
    <message>
        <source>Code or name</source>
        <translation>Code oder Name</translation>
    </message>
</context>
<context>
    <name>bincard::HistoryPanel</name>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschichte</translation>
    </message>
    <message>
        <source>Nothing yet: the document has not been saved.</source>
        <translation>Noch nichts: Der Beleg ist nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>bincard::ImportPage</name>
    <message>
        <source>What is imported</source>
        <translation>Was importiert wird</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Do everything but write, and say what would be left out (Ctrl+Shift+Enter)</source>
        <translation>Alles tun außer zu schreiben, und sagen, was ausgelassen würde (Strg+Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Bring the file into the book (Ctrl+Enter)</source>
        <translation>Die Datei in das Buch übernehmen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>Da&amp;tei wählen…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Lines in</source>
        <translation>Zeilen in</translation>
    </message>
    <message>
        <source>Only if the lines stand in a second file</source>
        <translation>Nur wenn die Zeilen in einer zweiten Datei stehen</translation>
    </message>
    <message>
        <source>The lines stand in the same file</source>
        <translation>Die Zeilen stehen in derselben Datei</translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>Nichts wurde ausgelassen.</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Stop; whole documents that are written stay, and a second run goes on with the others</source>
        <translation>Anhalten; ganze Belege, die geschrieben sind, bleiben, und ein zweiter Lauf macht mit den übrigen weiter</translation>
    </message>
    <message>
        <source>The file has no rows below its header.</source>
        <translation>Die Datei hat unter ihrer Kopfzeile keine Zeilen.</translation>
    </message>
    <message>
        <source>First &amp;rows</source>
        <translation>Erste &amp;Zeilen</translation>
    </message>
    <message>
        <source>Res&amp;ult</source>
        <translation>&amp;Ergebnis</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>An import is under way. Cancel it, or wait for it to end.</source>
        <translation>Ein Import läuft. Brechen Sie ihn ab, oder warten Sie, bis er endet.</translation>
    </message>
    <message>
        <source>The file with the lines</source>
        <translation>Die Datei mit den Zeilen</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Eine Datei importieren</translation>
    </message>
    <message>
        <source>Flat files (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>Textdateien (*.csv *.txt *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading the file: %1 of %2</source>
        <translation>Datei wird gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>Working out the opening stock</source>
        <translation>Anfangsbestand wird ermittelt</translation>
    </message>
    <message>
        <source>Documents: %1 of %2</source>
        <translation>Belege: %1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) from %1 of %2 rows.</source>
        <translation>
            <numerusform>Ein Beleg aus %1 von %2 Zeilen.</numerusform>
            <numerusform>%Ln Belege aus %1 von %2 Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new item(s).</source>
        <translation>
            <numerusform>Ein neuer Artikel.</numerusform>
            <numerusform>%Ln neue Artikel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new partner(s).</source>
        <translation>
            <numerusform>Ein neuer Partner.</numerusform>
            <numerusform>%Ln neue Partner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) without a partner went to the walk-in partner.</source>
        <translation>
            <numerusform>Eine Zeile ohne Partner ging an den Laufkunden.</numerusform>
            <numerusform>%Ln Zeilen ohne Partner gingen an den Laufkunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) came with an earlier import.</source>
        <translation>
            <numerusform>Ein Beleg kam mit einem früheren Import.</numerusform>
            <numerusform>%Ln Belege kamen mit einem früheren Import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written</source>
        <translation>
            <numerusform>Eine Zeile geschrieben</numerusform>
            <numerusform>%Ln Zeilen geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) read.</source>
        <translation>
            <numerusform>Eine Zeile gelesen.</numerusform>
            <numerusform>%Ln Zeilen gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Checked; nothing was written.</source>
        <translation>Geprüft; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Cancelled. What was written stays; importing again goes on with the rest.</source>
        <translation>Abgebrochen. Was geschrieben ist, bleibt; ein neuer Import macht mit dem Rest weiter.</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) left out.</source>
        <translation>
            <numerusform>Ein Beleg ausgelassen.</numerusform>
            <numerusform>%Ln Belege ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Res&amp;ult (%L1)</source>
        <translation>&amp;Ergebnis (%L1)</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>The register that the movements are posted to</source>
        <translation>Das Register, in das die Bewegungen gebucht werden</translation>
    </message>
    <message>
        <source>Drop a file here, or choose one.</source>
        <translation>Legen Sie eine Datei hier ab oder wählen Sie eine.</translation>
    </message>
    <message>
        <source>Orders, invoices, items, partners or movements from another program, as a CSV file. How it is written is found out and shown; nothing is written before you say so.</source>
        <translation>Aufträge, Rechnungen, Artikel, Partner oder Bewegungen aus einem anderen Programm als CSV-Datei. Wie sie geschrieben ist, wird ermittelt und gezeigt; nichts wird geschrieben, bevor Sie es sagen.</translation>
    </message>
    <message>
        <source>Writing the balances</source>
        <translation>Bestände werden geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln movement(s) posted</source>
        <translation>
            <numerusform>%Ln Bewegung gebucht</numerusform>
            <numerusform>%Ln Bewegungen gebucht</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Nothing was posted: movements go in all together or not at all.</source>
        <translation>Nichts wurde gebucht: Bewegungen kommen alle zusammen hinein oder gar nicht.</translation>
    </message>
    <message>
        <source>Stop; nothing is written</source>
        <translation>Anhalten; nichts wird geschrieben</translation>
    </message>
    <message>
        <source>Flat files and JSON (*.csv *.txt *.tsv *.json *.jsonl);;All files (*)</source>
        <translation>Flache Dateien und JSON (*.csv *.txt *.tsv *.json *.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln movement(s) to post</source>
        <translation>
            <numerusform>%Ln Bewegung zu buchen</numerusform>
            <numerusform>%Ln Bewegungen zu buchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been checked or imported yet.</source>
        <translation>Noch wurde nichts geprüft oder importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further problem(s) are not listed.</source>
        <translation>
            <numerusform>%Ln weiteres Problem ist nicht aufgeführt.</numerusform>
            <numerusform>%Ln weitere Probleme sind nicht aufgeführt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::ImportPreviewModel</name>
    <message>
        <source>Column %1 is not taken.</source>
        <translation>Spalte %1 wird nicht übernommen.</translation>
    </message>
    <message>
        <source>Column %1 is taken as: %2</source>
        <translation>Spalte %1 wird übernommen als: %2</translation>
    </message>
</context>
<context>
    <name>bincard::ItemPage</name>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>Neuer Artikel</translation>
    </message>
    <message>
        <source>No items yet.</source>
        <translation>Noch keine Artikel.</translation>
    </message>
    <message>
        <source>Stock card</source>
        <translation>Lagerkarte</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
</context>
<context>
    <name>bincard::ItemTableModel</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Listenpreis</translation>
    </message>
    <message>
        <source>Reorder point</source>
        <translation>Meldebestand</translation>
    </message>
    <message>
        <source>Below this quantity the item is listed as low stock; 0 means never.</source>
        <translation>Unter dieser Menge gilt der Artikel als knapp; 0 heißt nie.</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienstleistung</translation>
    </message>
    <message>
        <source>A service keeps no stock.</source>
        <translation>Eine Dienstleistung hat keinen Bestand.</translation>
    </message>
</context>
<context>
    <name>bincard::JournalExport</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln row(s) as %1.</source>
        <translation>
            <numerusform>%Ln Zeile als %1 gesichert.</numerusform>
            <numerusform>%Ln Zeilen als %1 gesichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled; nothing has been saved.</source>
        <translation>Abgebrochen; nichts wurde gesichert.</translation>
    </message>
    <message numerus="yes">
        <source>Saving as %1: %Ln row(s) so far</source>
        <translation>
            <numerusform>Wird als %1 gesichert: bisher %Ln Zeile</numerusform>
            <numerusform>Wird als %1 gesichert: bisher %Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::JsonTableModel</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>bincard::KeyboardHelp</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Enter, F2</source>
        <translation>Eingabe, F2</translation>
    </message>
    <message>
        <source>Open what the row stands for, or edit the cell</source>
        <translation>Öffnen, wofür die Zeile steht, oder die Zelle bearbeiten</translation>
    </message>
    <message>
        <source>New row or document</source>
        <translation>Neue Zeile oder neuer Beleg</translation>
    </message>
    <message>
        <source>Copy the selected rows for a spreadsheet</source>
        <translation>Die ausgewählten Zeilen für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Down in the filter</source>
        <translation>Abwärts im Filter</translation>
    </message>
    <message>
        <source>Go from the filter to the table</source>
        <translation>Vom Filter in die Tabelle gehen</translation>
    </message>
    <message>
        <source>Save what was edited</source>
        <translation>Speichern, was bearbeitet wurde</translation>
    </message>
    <message>
        <source>Take back the last edit that is not saved yet</source>
        <translation>Die letzte noch nicht gespeicherte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Den Entwurf speichern</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Go to the next cell, and from the last to a new line</source>
        <translation>Zur nächsten Zelle gehen, von der letzten in eine neue Zeile</translation>
    </message>
    <message>
        <source>Repeat the line</source>
        <translation>Die Zeile wiederholen</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Die Zeile entfernen</translation>
    </message>
    <message>
        <source>Insert lines from a spreadsheet</source>
        <translation>Zeilen aus einer Tabellenkalkulation einfügen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In tables</source>
        <translation>In Tabellen</translation>
    </message>
    <message>
        <source>In the catalog</source>
        <translation>In den Stammdaten</translation>
    </message>
    <message>
        <source>In a document</source>
        <translation>In einem Beleg</translation>
    </message>
    <message>
        <source>New register</source>
        <translation>Neues Register</translation>
    </message>
    <message>
        <source>Create the register, or post the movements</source>
        <translation>Das Register anlegen oder die Bewegungen buchen</translation>
    </message>
    <message>
        <source>Load what a recorder has posted, to change it</source>
        <translation>Laden, was ein Urheber gebucht hat, um es zu ändern</translation>
    </message>
    <message>
        <source>Move the row up; with Down, down</source>
        <translation>Die Zeile nach oben verschieben; mit Abwärts nach unten</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Go between the list and what is below it</source>
        <translation>Zwischen der Liste und dem Bereich darunter wechseln</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>Show or hide the form of a query</source>
        <translation>Das Formular einer Abfrage ein- oder ausblenden</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>Query the register</source>
        <translation>Das Register abfragen</translation>
    </message>
    <message>
        <source>Copy code or JSON</source>
        <translation>Code oder JSON kopieren</translation>
    </message>
    <message>
        <source>Export the answer as CSV</source>
        <translation>Die Antwort als CSV exportieren</translation>
    </message>
    <message>
        <source>Registers and queries</source>
        <translation>Register und Abfragen</translation>
    </message>
</context>
<context>
    <name>bincard::LedgerModels</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Opening debit</source>
        <translation>Anfang Soll</translation>
    </message>
    <message>
        <source>Opening credit</source>
        <translation>Anfang Haben</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Haben</translation>
    </message>
    <message>
        <source>Closing debit</source>
        <translation>Ende Soll</translation>
    </message>
    <message>
        <source>Closing credit</source>
        <translation>Ende Haben</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>Anfangssaldo</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Analytik</translation>
    </message>
    <message>
        <source>Counter account</source>
        <translation>Gegenkonto</translation>
    </message>
    <message>
        <source>Its analytics</source>
        <translation>Analytik des Gegenkontos</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Außer Gebrauch</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Debit by</source>
        <translation>Soll nach</translation>
    </message>
    <message>
        <source>Credit by</source>
        <translation>Haben nach</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Passive</source>
        <translation>Passiv</translation>
    </message>
    <message>
        <source>Active-passive</source>
        <translation>Aktiv/Passiv</translation>
    </message>
    <message>
        <source>Value of the goods</source>
        <translation>Warenwert</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Erlös</translation>
    </message>
    <message>
        <source>Cost of the goods</source>
        <translation>Wareneinsatz</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>The active account %1 has a credit balance of %2 at the end of %3.</source>
        <translation>Das Aktivkonto %1 hat am Ende des %3 einen Habensaldo von %2.</translation>
    </message>
    <message>
        <source>The passive account %1 has a debit balance of %2 at the end of %3.</source>
        <translation>Das Passivkonto %1 hat am Ende des %3 einen Sollsaldo von %2.</translation>
    </message>
    <message>
        <source>The account %1 is inactive and still has a balance of %2.</source>
        <translation>Das Konto %1 ist außer Gebrauch und hat noch einen Saldo von %2.</translation>
    </message>
    <message>
        <source>Debits and credits of the month of %1 differ by %2. Verify the register on the Registers page.</source>
        <translation>Soll und Haben weichen im Monat des %1 um %2 voneinander ab. Prüfen Sie das Register auf der Seite „Register“.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>bincard::LedgerPage</name>
    <message>
        <source>More movements</source>
        <translation>Weitere Bewegungen</translation>
    </message>
    <message>
        <source>Trial balance</source>
        <translation>Summen- und Saldenliste</translation>
    </message>
    <message>
        <source>Account card</source>
        <translation>Kontoblatt</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Posting scheme</source>
        <translation>Buchungsschema</translation>
    </message>
    <message>
        <source>The account %1 is saved.</source>
        <translation>Das Konto %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>The scheme is saved. It holds for what is posted from now on.</source>
        <translation>Das Schema ist gespeichert. Es gilt für alles, was von nun an gebucht wird.</translation>
    </message>
    <message>
        <source>The row is removed. What was posted by it stays.</source>
        <translation>Die Zeile ist entfernt. Was nach ihr gebucht wurde, bleibt.</translation>
    </message>
    <message>
        <source>The book has no ledger yet. Setting it up makes a chart of accounts and a posting scheme, which you can change. Nothing is posted until you switch it on.</source>
        <translation>Das Buch hat noch kein Hauptbuch. Beim Einrichten werden ein Kontenplan und ein Buchungsschema angelegt, die Sie ändern können. Gebucht wird erst, wenn Sie es einschalten.</translation>
    </message>
    <message>
        <source>Set up the ledger</source>
        <translation>Hauptbuch einrichten</translation>
    </message>
    <message>
        <source>Make the register, the accounts and the scheme (Ctrl+N)</source>
        <translation>Das Register, die Konten und das Schema anlegen (Strg+N)</translation>
    </message>
    <message>
        <source>The ledger is set up.</source>
        <translation>Das Hauptbuch ist eingerichtet.</translation>
    </message>
    <message>
        <source>Nothing has been posted to the ledger in this period.</source>
        <translation>In diesem Zeitraum ist nichts ins Hauptbuch gebucht.</translation>
    </message>
    <message>
        <source>Look at the posting scheme</source>
        <translation>Buchungsschema ansehen</translation>
    </message>
    <message>
        <source>No account is chosen.</source>
        <translation>Kein Konto ist gewählt.</translation>
    </message>
    <message>
        <source>Choose one above.</source>
        <translation>Wählen Sie oben eines aus.</translation>
    </message>
    <message>
        <source>Account of the card</source>
        <translation>Konto des Kontoblatts</translation>
    </message>
    <message>
        <source>Read the movements that follow</source>
        <translation>Die folgenden Bewegungen laden</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Sound: debits = credits = %1</source>
        <translation>In Ordnung: Soll = Haben = %1</translation>
    </message>
    <message numerus="yes">
        <source>Not sound: %n finding(s).</source>
        <translation>
            <numerusform>Nicht in Ordnung: %n Befund.</numerusform>
            <numerusform>Nicht in Ordnung: %n Befunde.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest: bincardctl ledger check</source>
        <translation>Die übrigen: bincardctl ledger check</translation>
    </message>
    <message>
        <source>Documents no longer post to the ledger. What is in it stays.</source>
        <translation>Belege werden nicht mehr ins Hauptbuch gebucht. Was darin steht, bleibt erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>Documents post to the ledger from now on. Of the past: %n.</source>
        <translation>
            <numerusform>Belege werden ab jetzt ins Hauptbuch gebucht. Nachgebucht: %n.</numerusform>
            <numerusform>Belege werden ab jetzt ins Hauptbuch gebucht. Nachgebucht: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posted document(s) are not in the ledger. Post them, too?</source>
        <translation>
            <numerusform>%n gebuchter Beleg steht nicht im Hauptbuch. Soll er nachgebucht werden?</numerusform>
            <numerusform>%n gebuchte Belege stehen nicht im Hauptbuch. Sollen sie nachgebucht werden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Post history</source>
        <translation>Nachbuchen</translation>
    </message>
    <message>
        <source>Only from now on</source>
        <translation>Nur ab jetzt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Hauptbuch</translation>
    </message>
    <message>
        <source>Copy the whole table</source>
        <translation>Die ganze Tabelle kopieren</translation>
    </message>
    <message>
        <source>Save what is shown as a CSV file: ISO dates, plain numbers</source>
        <translation>Das Gezeigte als CSV-Datei sichern: ISO-Datumsangaben, reine Zahlen</translation>
    </message>
</context>
<context>
    <name>bincard::LineDelegate</name>
    <message>
        <source>Type SKU, name or barcode</source>
        <translation>Artikelnr., Name oder Barcode</translation>
    </message>
</context>
<context>
    <name>bincard::LinesView</name>
    <message>
        <source>Repeat line</source>
        <translation>Zeile wiederholen</translation>
    </message>
    <message>
        <source>Remove lines</source>
        <translation>Zeilen entfernen</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>Eine Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste lines</source>
        <translation>Zeilen einfügen</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) pasted.</source>
        <translation>
            <numerusform>Eine Zeile eingefügt.</numerusform>
            <numerusform>%n Zeilen eingefügt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::LiveModel</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed by %1</source>
        <translation>Geändert um %1</translation>
    </message>
</context>
<context>
    <name>bincard::LivePage</name>
    <message>
        <source>Live data</source>
        <translation>Live-Daten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>&amp;Register</translation>
    </message>
    <message>
        <source>Let what is seen stand still; press again to go on (Alt+P)</source>
        <translation>Die Anzeige anhalten; erneut drücken, um fortzufahren (Alt+P)</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Bestände</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>Noch ist nichts erfasst.</translation>
    </message>
    <message>
        <source>What is posted appears here at once.</source>
        <translation>Was gebucht wird, erscheint hier sofort.</translation>
    </message>
    <message>
        <source>Newest movements</source>
        <translation>Neueste Bewegungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Name of %1</source>
        <translation>Bezeichnung zu %1</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>By the clock of this machine</source>
        <translation>Nach der Uhr dieses Rechners</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>When it counts, by the clock of the book</source>
        <translation>Wann die Bewegung zählt, nach der Uhr des Buches</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>The document that made it</source>
        <translation>Der Beleg, von dem die Bewegung stammt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Who recorded it</source>
        <translation>Wer die Bewegung erfasst hat</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Haben</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>Umkehrung</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Turnover: receipts less issues</source>
        <translation>Umsatz: Zugänge minus Abgänge</translation>
    </message>
    <message>
        <source>Nothing passes the filter. Press Esc in it to clear it.</source>
        <translation>Nichts passt zum Filter. Esc im Filter löscht ihn.</translation>
    </message>
    <message>
        <source>Nothing has been posted to this register yet.</source>
        <translation>In diesem Register ist noch nichts gebucht.</translation>
    </message>
    <message>
        <source>❚❚ Paused at %1</source>
        <translation>❚❚ Angehalten um %1</translation>
    </message>
    <message>
        <source>● Live since %1</source>
        <translation>● Live seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s)</source>
        <translation>
            <numerusform>%n Bewegung</numerusform>
            <numerusform>%n Bewegungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of balances seen</source>
        <translation>
            <numerusform>%n Bestandsänderung gesehen</numerusform>
            <numerusform>%n Bestandsänderungen gesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>last change at %1</source>
        <translation>letzte Änderung um %1</translation>
    </message>
    <message>
        <source>Balances: debit less credit</source>
        <translation>Bestände: Soll minus Haben</translation>
    </message>
</context>
<context>
    <name>bincard::MainWindow</name>
    <message>
        <source>New book</source>
        <translation>Neues Buch</translation>
    </message>
    <message>
        <source>stock.bincard</source>
        <comment>proposed file name</comment>
        <translation>lager.bincard</translation>
    </message>
    <message>
        <source>Bincard books (*.bincard)</source>
        <translation>Bincard-Bücher (*.bincard)</translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation>Buch öffnen</translation>
    </message>
    <message>
        <source>Bincard books (*.bincard);;All files (*)</source>
        <translation>Bincard-Bücher (*.bincard);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New book…</source>
        <translation>&amp;Neues Buch…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>Mit einem &amp;Server verbinden…</translation>
    </message>
    <message>
        <source>Open the &amp;demo book</source>
        <translation>&amp;Demobuch öffnen</translation>
    </message>
    <message>
        <source>C&amp;lose book</source>
        <translation>Buch s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>&amp;Compact rows</source>
        <translation>&amp;Kompakte Zeilen</translation>
    </message>
    <message>
        <source>Light or dark as the &amp;system</source>
        <translation>Hell oder dunkel wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Find anything…</source>
        <translation>&amp;Alles durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>&amp;About Bincard</source>
        <translation>&amp;Über Bincard</translation>
    </message>
    <message>
        <source>About Bincard</source>
        <translation>Über Bincard</translation>
    </message>
    <message>
        <source>&lt;b&gt;Bincard %1&lt;/b&gt;&lt;p&gt;Inventory bookkeeping whose balances are always right.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Icons: Lucide (ISC licence).&lt;/p&gt;&lt;p&gt;Qt %2&lt;/p&gt;</source>
        <translation>&lt;b&gt;Bincard %1&lt;/b&gt;&lt;p&gt;Lagerbuchführung, deren Bestände immer stimmen.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer. Symbole: Lucide (ISC-Lizenz).&lt;/p&gt;&lt;p&gt;Qt %2&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The book is closed up to and including %1.</source>
        <translation>Das Buch ist bis einschließlich %1 abgeschlossen.</translation>
    </message>
    <message>
        <source>Everything in the book is open.</source>
        <translation>Im Buch ist kein Zeitraum abgeschlossen.</translation>
    </message>
    <message>
        <source>Close &amp;period…</source>
        <translation>Zei&amp;traum abschließen…</translation>
    </message>
</context>
<context>
    <name>bincard::MovementDraft</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>A date, or a date and a time such as 09:30. +0 is today.</source>
        <translation>Ein Datum oder ein Datum mit Uhrzeit, etwa 09:30. +0 ist heute.</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Debit analytics</source>
        <translation>Analytik Soll</translation>
    </message>
    <message>
        <source>item=..., partner=...</source>
        <translation>item=..., partner=...</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Haben</translation>
    </message>
    <message>
        <source>Credit analytics</source>
        <translation>Analytik Haben</translation>
    </message>
    <message>
        <source>What comes in is positive, what goes out is negative.</source>
        <translation>Zugänge sind positiv, Abgänge negativ.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date.</source>
        <translation>„%1“ ist kein Datum.</translation>
    </message>
    <message>
        <source>Analytics are written as item=WDG-A1, partner=ACME.</source>
        <translation>Die Analytik wird in der Form item=WDG-A1, partner=ACME angegeben.</translation>
    </message>
    <message>
        <source>Yes or no is needed here.</source>
        <translation>Hier wird Ja oder Nein gebraucht.</translation>
    </message>
    <message>
        <source>A whole number is needed here.</source>
        <translation>Hier wird eine ganze Zahl gebraucht.</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Code or name</source>
        <translation>Code oder Name</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
</context>
<context>
    <name>bincard::MovementsBox</name>
    <message>
        <source>What the file does not say</source>
        <translation>Was die Datei nicht sagt</translation>
    </message>
    <message>
        <source>What makes the movements of all rows, if no column says it: they are changed and taken back under this name.</source>
        <translation>Der Urheber der Bewegungen aller Zeilen, wenn keine Spalte ihn nennt: Unter diesem Namen werden sie geändert und zurückgenommen.</translation>
    </message>
    <message>
        <source>A column says it</source>
        <translation>Eine Spalte sagt es</translation>
    </message>
    <message>
        <source>Such as import:1</source>
        <translation>Etwa import:1</translation>
    </message>
    <message>
        <source>Re&amp;corder</source>
        <translation>Urhe&amp;ber</translation>
    </message>
</context>
<context>
    <name>bincard::OptionsBox</name>
    <message>
        <source>What the file does not say</source>
        <translation>Was die Datei nicht sagt</translation>
    </message>
    <message>
        <source>Infer &amp;opening stock</source>
        <translation>Anfangsbestand er&amp;mitteln</translation>
    </message>
    <message>
        <source>&amp;Post the documents</source>
        <translation>Die &amp;Belege buchen</translation>
    </message>
    <message>
        <source>POST, M, DOT</source>
        <translation>POST, M, DOT</translation>
    </message>
    <message>
        <source>SKUs of items that keep no stock, such as postage and fees, with commas between them</source>
        <translation>Nummern von Artikeln ohne Bestand, etwa Porto und Gebühren, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>The partner of documents whose rows name none; made if it is missing</source>
        <translation>Der Partner von Belegen, deren Zeilen keinen nennen; er wird angelegt, wenn er fehlt</translation>
    </message>
    <message>
        <source>Adds one opening balance on the day before the first document, with exactly what is needed for no item to fall below zero on any day</source>
        <translation>Fügt einen Anfangsbestand am Tag vor dem ersten Beleg hinzu, mit genau dem, was nötig ist, damit kein Artikel an irgendeinem Tag unter null fällt</translation>
    </message>
    <message>
        <source>What the opening stock cost, as a share of the average price in the file</source>
        <translation>Was der Anfangsbestand gekostet hat, als Anteil am Durchschnittspreis der Datei</translation>
    </message>
    <message>
        <source>Otherwise they are kept as drafts, which move no stock</source>
        <translation>Sonst bleiben sie Entwürfe, die keinen Bestand bewegen</translation>
    </message>
    <message>
        <source>&amp;Warehouse</source>
        <translation>&amp;Lager</translation>
    </message>
    <message>
        <source>&amp;Services</source>
        <translation>Dienstleist&amp;ungen</translation>
    </message>
    <message>
        <source>Opening &amp;cost ratio</source>
        <translation>K&amp;ostenanteil</translation>
    </message>
    <message>
        <source>A new one: MAIN</source>
        <translation>Ein neues: MAIN</translation>
    </message>
    <message>
        <source>Discounts are fractions (0.15 is 15 %)</source>
        <translation>Rabatte sind Bruchteile (0,15 = 15 %)</translation>
    </message>
    <message>
        <source>Wa&amp;lk-in partner</source>
        <translation>Lau&amp;fkunde</translation>
    </message>
</context>
<context>
    <name>bincard::PartnerPage</name>
    <message>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>New partner</source>
        <translation>Neuer Partner</translation>
    </message>
    <message>
        <source>No customers or suppliers yet.</source>
        <translation>Noch keine Kunden oder Lieferanten.</translation>
    </message>
</context>
<context>
    <name>bincard::PartnerTableModel</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
</context>
<context>
    <name>bincard::PeriodBar</name>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Usual periods</source>
        <translation>Übliche Zeiträume</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>This is before the first day.</source>
        <translation>Das liegt vor dem ersten Tag.</translation>
    </message>
</context>
<context>
    <name>bincard::PostingPanel</name>
    <message>
        <source>Unpost</source>
        <translation>Buchung aufheben</translation>
    </message>
    <message>
        <source>Take everything back that this recorder has posted to the register.</source>
        <translation>Alles zurücknehmen, was dieser Urheber im Register gebucht hat.</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Ctrl+Enter posts the movements.</source>
        <translation>Strg+Eingabe bucht die Bewegungen.</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>There is nothing to post yet.</source>
        <translation>Noch gibt es nichts zu buchen.</translation>
    </message>
    <message>
        <source>%1: %2 posted, %3 reversed, %4 unchanged.</source>
        <translation>%1: %2 gebucht, %3 umgekehrt, %4 unverändert.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n movement(s) posted to %2.</source>
        <translation>
            <numerusform>%1: %n Bewegung in %2 gebucht.</numerusform>
            <numerusform>%1: %n Bewegungen in %2 gebucht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n movement(s) taken back.</source>
        <translation>
            <numerusform>%1: %n Bewegung zurückgenommen.</numerusform>
            <numerusform>%1: %n Bewegungen zurückgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Repost (Ctrl+Enter)</source>
        <translation>Neu buchen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Post (Ctrl+Enter)</source>
        <translation>Buchen (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>bincard::ProblemList</name>
    <message numerus="yes">
        <source>And %n more. F8 goes through them.</source>
        <translation>
            <numerusform>Und noch einer. F8 geht sie durch.</numerusform>
            <numerusform>Und %n weitere. F8 geht sie durch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::QueryForm</name>
    <message>
        <source>Active ones only</source>
        <translation>Nur wirksame</translation>
    </message>
    <message>
        <source>&amp;Balance</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Turnover</source>
        <translation>&amp;Umsätze</translation>
    </message>
    <message>
        <source>&amp;Movements</source>
        <translation>Be&amp;wegungen</translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Included. A day means its end.</source>
        <translation>Einschließlich. Ein Tag zählt bis zu seinem Ende.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>As the books stood at that moment: only what had been recorded by then counts.</source>
        <translation>Der Stand der Bücher zu jenem Zeitpunkt: Nur was bis dahin erfasst war, zählt.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Without reversals and what they take back.</source>
        <translation>Ohne Umkehrungen und das, was sie zurücknehmen.</translation>
    </message>
    <message>
        <source>The whole time</source>
        <translation>Den ganzen Zeitraum</translation>
    </message>
    <message>
        <source>Each day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Each month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Each year</source>
        <translation>Jedes Jahr</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>The same dimension twice means either.</source>
        <translation>Dieselbe Dimension zweimal heißt: einer der beiden Werte.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>As grouped</source>
        <translation>Wie gruppiert</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>Aufsteigend</translation>
    </message>
    <message>
        <source>Downwards</source>
        <translation>Absteigend</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Stichtag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Figures of</source>
        <translation>Zahlen für</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>As known on</source>
        <translation>Kenntnisstand</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>A row for each</source>
        <translation>Eine Zeile je</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sortierung</translation>
    </message>
    <message>
        <source>Only where</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date.</source>
        <translation>„%1“ ist kein Datum.</translation>
    </message>
    <message>
        <source>Everything posted</source>
        <translation>Alles Gebuchte</translation>
    </message>
    <message>
        <source>A day means its end; with a time, up to that second. Left empty, what is dated ahead counts, too.</source>
        <translation>Ein Tag meint sein Ende; mit Uhrzeit bis zu dieser Sekunde. Bleibt das Feld leer, zählt auch, was nach heute datiert ist.</translation>
    </message>
</context>
<context>
    <name>bincard::QueryPage</name>
    <message>
        <source>Question</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Show or hide the form, for more room (F9)</source>
        <translation>Das Formular ein- oder ausblenden, um mehr Platz zu haben (F9)</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren...</translation>
    </message>
    <message>
        <source>Save what is shown as a CSV file: ISO dates, plain numbers (Ctrl+E)</source>
        <translation>Das Gezeigte als CSV-Datei sichern: ISO-Datumsangaben, reine Zahlen (Strg+E)</translation>
    </message>
    <message>
        <source>T&amp;able</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>&amp;C++</source>
        <translation>&amp;C++</translation>
    </message>
    <message>
        <source>&amp;SQL</source>
        <translation>&amp;SQL</translation>
    </message>
    <message>
        <source>Command &amp;line</source>
        <translation>Befehls&amp;zeile</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy what is shown here: the whole table for a spreadsheet, or the text (Ctrl+Shift+C)</source>
        <translation>Das hier Gezeigte kopieren: die ganze Tabelle für eine Tabellenkalkulation oder den Text (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>There is no register to ask.</source>
        <translation>Es gibt kein Register, das sich abfragen ließe.</translation>
    </message>
    <message>
        <source>Define one</source>
        <translation>Register definieren</translation>
    </message>
    <message>
        <source>Clear the conditions</source>
        <translation>Bedingungen löschen</translation>
    </message>
    <message>
        <source>Nothing matches the conditions.</source>
        <translation>Nichts entspricht den Bedingungen.</translation>
    </message>
    <message>
        <source>Nothing was posted in this time.</source>
        <translation>In diesem Zeitraum ist nichts gebucht.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), more below</source>
        <translation>
            <numerusform>%Ln Zeile, weitere darunter</numerusform>
            <numerusform>%Ln Zeilen, weitere darunter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln row(s)</source>
        <translation>
            <numerusform>Die erste Zeile (%Ln)</numerusform>
            <numerusform>Die ersten %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>A table is still being saved. Wait for it, or cancel that.</source>
        <translation>Eine Tabelle wird noch gesichert. Warten Sie darauf oder brechen Sie es ab.</translation>
    </message>
</context>
<context>
    <name>bincard::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>bincard::RecorderBar</name>
    <message>
        <source>Replace its movements</source>
        <translation>Seine Bewegungen ersetzen</translation>
    </message>
    <message>
        <source>Add to them</source>
        <translation>Weitere hinzufügen</translation>
    </message>
    <message>
        <source>Load its movements</source>
        <translation>Seine Bewegungen laden</translation>
    </message>
    <message>
        <source>Such as manual:1</source>
        <translation>Etwa manual:1</translation>
    </message>
    <message>
        <source>What makes these movements: they are posted, changed and taken back under this name.</source>
        <translation>Der Urheber dieser Bewegungen: Unter diesem Namen werden sie gebucht, geändert und zurückgenommen.</translation>
    </message>
    <message>
        <source>Put what this recorder has posted into the grid, to change it (Ctrl+L)</source>
        <translation>Was dieser Urheber gebucht hat, zum Ändern in die Tabelle laden (Strg+L)</translation>
    </message>
    <message>
        <source>Repost: only what differs is written.</source>
        <translation>Neu buchen: Nur Abweichendes wird geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Recorder</source>
        <translation>&amp;Urheber</translation>
    </message>
    <message numerus="yes">
        <source>Has %n movement(s) in this register.</source>
        <translation>
            <numerusform>Hat %n Bewegung in diesem Register.</numerusform>
            <numerusform>Hat %n Bewegungen in diesem Register.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything it posted has been taken back.</source>
        <translation>Alles, was er gebucht hat, ist zurückgenommen.</translation>
    </message>
    <message>
        <source>New: it has posted nothing to this register.</source>
        <translation>Neu: Er hat in diesem Register noch nichts gebucht.</translation>
    </message>
    <message>
        <source>A recorder is needed: the name under which these movements are posted.</source>
        <translation>Ein Urheber wird gebraucht: der Name, unter dem diese Bewegungen gebucht werden.</translation>
    </message>
</context>
<context>
    <name>bincard::RecorderNote</name>
    <message>
        <source>This recorder belongs to a document. Post, change or cancel the document instead.</source>
        <translation>Dieser Urheber gehört zu einem Beleg. Buchen, ändern oder stornieren Sie stattdessen den Beleg.</translation>
    </message>
    <message>
        <source>These movements belong to a document.</source>
        <translation>Diese Bewegungen gehören zu einem Beleg.</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Den Beleg öffnen</translation>
    </message>
</context>
<context>
    <name>bincard::RecorderPanel</name>
    <message>
        <source>Change these movements</source>
        <translation>Diese Bewegungen ändern</translation>
    </message>
    <message>
        <source>Such as manual:1</source>
        <translation>Etwa manual:1</translation>
    </message>
    <message>
        <source>Load what is active into the grid, to post it anew</source>
        <translation>Die aktiven Bewegungen in die Tabelle laden, um sie neu zu buchen</translation>
    </message>
    <message>
        <source>&amp;Recorder</source>
        <translation>U&amp;rheber</translation>
    </message>
    <message>
        <source>Whose movements?</source>
        <translation>Wessen Bewegungen?</translation>
    </message>
    <message>
        <source>Type a recorder above: what it posted, what reversed it, when and by whom.</source>
        <translation>Geben Sie oben einen Urheber ein, um zu sehen, was er gebucht hat, was es umgekehrt hat, wann und durch wen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has posted nothing to this register.</source>
        <translation>„%1“ hat in diesem Register nichts gebucht.</translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s) of it count.</source>
        <translation>
            <numerusform>Davon zählt %n Bewegung.</numerusform>
            <numerusform>Davon zählen %n Bewegungen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::RegisterList</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Last verified</source>
        <translation>Zuletzt geprüft</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Bestände</translation>
    </message>
    <message>
        <source>Turnovers only</source>
        <translation>Nur Umsätze</translation>
    </message>
    <message>
        <source>Ledger, double entry</source>
        <translation>Doppelte Buchführung</translation>
    </message>
    <message>
        <source>%1 (never below zero)</source>
        <translation>%1 (nie unter null)</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>alles in Ordnung</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong</source>
        <translation>
            <numerusform>%n falsch</numerusform>
            <numerusform>%n falsch</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>all right, when</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Some figures do not agree with the journal. Rebuild makes them anew.</source>
        <translation>Einige Zahlen stimmen nicht mit dem Journal überein. „Neu herstellen“ bildet sie neu.</translation>
    </message>
</context>
<context>
    <name>bincard::RegistersPage</name>
    <message>
        <source>No registers yet.</source>
        <translation>Noch keine Register.</translation>
    </message>
    <message>
        <source>Define one (Ctrl+N)</source>
        <translation>Ein Register anlegen (Strg+N)</translation>
    </message>
    <message>
        <source>Open a definition</source>
        <translation>Eine Definition öffnen</translation>
    </message>
    <message>
        <source>New register</source>
        <translation>Neues Register</translation>
    </message>
    <message>
        <source>Define a register</source>
        <translation>Ein Register anlegen</translation>
    </message>
    <message>
        <source>Open definition...</source>
        <translation>Definition öffnen...</translation>
    </message>
    <message>
        <source>Define a register by a JSON file</source>
        <translation>Ein Register aus einer JSON-Datei anlegen</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Ask this register for balances, turnovers and movements</source>
        <translation>Bestände, Umsätze und Bewegungen dieses Registers abfragen</translation>
    </message>
    <message>
        <source>Drop...</source>
        <translation>Löschen...</translation>
    </message>
    <message>
        <source>Remove this register and its movements from the book</source>
        <translation>Dieses Register und seine Bewegungen aus dem Buch entfernen</translation>
    </message>
    <message>
        <source>&amp;Definition</source>
        <translation>De&amp;finition</translation>
    </message>
    <message>
        <source>The definition has not been saved. Leave it?</source>
        <translation>Die Definition ist nicht gespeichert. Trotzdem verlassen?</translation>
    </message>
    <message>
        <source>The movements have not been posted. Leave them?</source>
        <translation>Die Bewegungen sind nicht gebucht. Trotzdem verlassen?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>The definition has not been saved. Discard it?</source>
        <translation>Die Definition ist nicht gespeichert. Verwerfen?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Definition of a new register</source>
        <translation>De&amp;finition eines neuen Registers</translation>
    </message>
    <message>
        <source>The documents post to this register; it cannot be dropped.</source>
        <translation>Die Belege buchen in dieses Register; es lässt sich nicht löschen.</translation>
    </message>
    <message>
        <source>The register %1 is there. Movements can be posted to it now.</source>
        <translation>Das Register %1 ist angelegt. Jetzt lassen sich Bewegungen darin buchen.</translation>
    </message>
    <message>
        <source>Drop the register %1? It holds no movements.</source>
        <translation>Das Register %1 löschen? Es enthält keine Bewegungen.</translation>
    </message>
    <message>
        <source>Drop %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The register %1 is gone.</source>
        <translation>Das Register %1 ist entfernt.</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>A register is being altered. Wait for it, or cancel it.</source>
        <translation>Ein Register wird gerade geändert. Warten Sie es ab oder brechen Sie es ab.</translation>
    </message>
    <message>
        <source>The movements have not been posted. Discard them?</source>
        <translation>Die Bewegungen sind nicht gebucht. Sollen sie verworfen werden?</translation>
    </message>
    <message>
        <source>The register %1 has been altered.</source>
        <translation>Das Register %1 ist geändert.</translation>
    </message>
    <message>
        <source>Cancelled; the register %1 is as it was.</source>
        <translation>Abgebrochen; das Register %1 ist, wie es war.</translation>
    </message>
    <message>
        <source>The register %1 is being altered. Cancel that and leave?</source>
        <translation>Das Register %1 wird gerade geändert. Abbrechen und die Seite verlassen?</translation>
    </message>
    <message>
        <source>Cancel and leave</source>
        <translation>Abbrechen und verlassen</translation>
    </message>
    <message>
        <source>Wait for it</source>
        <translation>Abwarten</translation>
    </message>
    <message>
        <source>Drop the register %1 with all of its movements? They cannot be brought back.</source>
        <translation>Das Register %1 mit allen seinen Bewegungen löschen? Sie lassen sich nicht zurückholen.</translation>
    </message>
    <message numerus="yes">
        <source>Drop the register %1 with its %Ln movement(s)? They cannot be brought back.</source>
        <translation>
            <numerusform>Das Register %1 mit seiner %Ln Bewegung löschen? Sie lässt sich nicht zurückholen.</numerusform>
            <numerusform>Das Register %1 mit seinen %Ln Bewegungen löschen? Sie lassen sich nicht zurückholen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Post by hand</source>
        <translation>&amp;Von Hand buchen</translation>
    </message>
    <message>
        <source>Recorder histor&amp;y</source>
        <translation>Ver&amp;lauf eines Urhebers</translation>
    </message>
    <message>
        <source>Verify and re&amp;build</source>
        <translation>&amp;Prüfen und neu herstellen</translation>
    </message>
</context>
<context>
    <name>bincard::ReportPage</name>
    <message>
        <source>Copy the whole table</source>
        <translation>Die ganze Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy the whole table for a spreadsheet (Ctrl+Shift+C)</source>
        <translation>Die ganze Tabelle für eine Tabellenkalkulation kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren...</translation>
    </message>
    <message>
        <source>Save what is shown as a CSV file: ISO dates, plain numbers (Ctrl+E)</source>
        <translation>Das Gezeigte als CSV-Datei sichern: ISO-Datumsangaben, reine Zahlen (Strg+E)</translation>
    </message>
    <message>
        <source>No item matches the filter. Press Esc to clear it.</source>
        <translation>Kein Artikel passt zum Filter. Esc löscht ihn.</translation>
    </message>
</context>
<context>
    <name>bincard::ReportPeriod</name>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Dieses Quartal</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>All postings</source>
        <translation>Alle Buchungen</translation>
    </message>
    <message>
        <source>From and to</source>
        <translation>Von und bis</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of a chart&apos;s axis</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>a month of a chart&apos;s axis</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>dates</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Latest posted month</source>
        <translation>Letzter Buchungsmonat</translation>
    </message>
</context>
<context>
    <name>bincard::ReportTree</name>
    <message>
        <source>No category</source>
        <translation>Keine Kategorie</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
</context>
<context>
    <name>bincard::RowConflictPanel</name>
    <message>
        <source>Somebody else changed this row while you did. Choose which version stays.</source>
        <translation>Jemand anderes hat diese Zeile zugleich mit Ihnen geändert. Wählen Sie, welche Fassung bleibt.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Deren Fassung nehmen</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Deren</translation>
    </message>
</context>
<context>
    <name>bincard::SchemePanel</name>
    <message>
        <source>Save row</source>
        <translation>Zeile speichern</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>Documents post nothing to the ledger.</source>
        <translation>Aus Belegen wird nichts ins Hauptbuch gebucht.</translation>
    </message>
    <message>
        <source>Choose a document and its accounts below.</source>
        <translation>Wählen Sie unten eine Belegart und ihre Konten.</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Belegart</translation>
    </message>
    <message>
        <source>What of the document is posted</source>
        <translation>Was vom Beleg gebucht wird</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Haben</translation>
    </message>
    <message>
        <source>by</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Keep the account apart by this of the document</source>
        <translation>Das Konto nach dieser Angabe des Belegs aufgliedern</translation>
    </message>
    <message>
        <source>Documents posted from now on follow it (Ctrl+S)</source>
        <translation>Belege, die von jetzt an gebucht werden, richten sich danach (Strg+S)</translation>
    </message>
    <message>
        <source>Documents posted from now on post nothing of it</source>
        <translation>Aus Belegen, die von jetzt an gebucht werden, wird nichts mehr davon gebucht</translation>
    </message>
    <message>
        <source>Documents post to the ledger in their own transaction.</source>
        <translation>Belege werden in ihrer eigenen Transaktion ins Hauptbuch gebucht.</translation>
    </message>
    <message>
        <source>Documents do not post to the ledger. Look at the scheme, then switch posting on.</source>
        <translation>Belege werden nicht ins Hauptbuch gebucht. Prüfen Sie das Buchungsschema und schalten Sie dann das Buchen ein.</translation>
    </message>
    <message numerus="yes">
        <source>%n posted document(s) of the past are not in it.</source>
        <translation>
            <numerusform>%n früher gebuchter Beleg ist nicht darin enthalten.</numerusform>
            <numerusform>%n früher gebuchte Belege sind nicht darin enthalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch posting off</source>
        <translation>Buchen ausschalten</translation>
    </message>
    <message>
        <source>Switch posting on</source>
        <translation>Buchen einschalten</translation>
    </message>
</context>
<context>
    <name>bincard::Screenshot</name>
    <message numerus="yes">
        <source>The page did not settle within %n second(s).</source>
        <translation>
            <numerusform>Die Seite wurde innerhalb einer Sekunde nicht fertig.</numerusform>
            <numerusform>Die Seite wurde innerhalb von %n Sekunden nicht fertig.</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture could not be written to %1.</source>
        <translation>Das Bild ließ sich nicht nach %1 schreiben.</translation>
    </message>
</context>
<context>
    <name>bincard::StatusLine</name>
    <message>
        <source>Working…</source>
        <translation>In Arbeit…</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>No book is open</source>
        <translation>Kein Buch ist geöffnet</translation>
    </message>
    <message>
        <source>The book lies in a network folder, so only one person at a time can write. For a team, use a server.</source>
        <translation>Das Buch liegt in einem Netzordner, daher kann immer nur einer schreiben. Nehmen Sie für mehrere einen Server.</translation>
    </message>
    <message>
        <source>The book was upgraded. A copy of it as it was is at %1.</source>
        <translation>Das Buch wurde auf die neue Version gebracht. Eine Kopie des alten Standes liegt unter %1.</translation>
    </message>
</context>
<context>
    <name>bincard::StockCardModel</name>
    <message>
        <source>Posted by hand</source>
        <translation>Von Hand gebucht</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>Anfangsbestand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Abgang</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Change of value</source>
        <translation>Wertänderung</translation>
    </message>
    <message>
        <source>What this movement added to or took from the value of the stock, at cost</source>
        <translation>Was diese Bewegung dem Lagerwert zu Einstandskosten hinzufügte oder wegnahm</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Closing balance</source>
        <translation>Endbestand</translation>
    </message>
</context>
<context>
    <name>bincard::StockCardPage</name>
    <message>
        <source>Item: SKU, name or barcode (Ctrl+F)</source>
        <translation>Nummer, Bezeichnung oder Barcode (Strg+F)</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Which item?</source>
        <translation>Welcher Artikel?</translation>
    </message>
    <message>
        <source>Type its SKU, name or barcode above (Ctrl+F)</source>
        <translation>Geben Sie oben Nummer, Bezeichnung oder Barcode ein (Strg+F)</translation>
    </message>
    <message>
        <source>all warehouses</source>
        <translation>alle Lager</translation>
    </message>
    <message>
        <source>Quantities in %1.</source>
        <translation>Mengen in %1.</translation>
    </message>
    <message>
        <source>Values in %1, at cost.</source>
        <translation>Werte in %1, zu Einstandskosten.</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n movement(s) are shown. Choose a shorter period to see the others.</source>
        <translation>
            <numerusform>Nur die erste Bewegung wird gezeigt. Wählen Sie einen kürzeren Zeitraum, um die anderen zu sehen.</numerusform>
            <numerusform>Nur die ersten %n Bewegungen werden gezeigt. Wählen Sie einen kürzeren Zeitraum, um die anderen zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Balance of %1 in %2, %3</source>
        <translation>Bestand: %1, %2, %3</translation>
    </message>
    <message>
        <source>This movement was posted by hand, as %1.</source>
        <translation>Diese Bewegung wurde von Hand gebucht, als %1.</translation>
    </message>
    <message>
        <source>Stock card</source>
        <translation>Lagerkarte</translation>
    </message>
</context>
<context>
    <name>bincard::TableExporter</name>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gesichert als %1.</translation>
    </message>
    <message numerus="yes">
        <source>Copied the %Ln row(s) shown; there may be more.</source>
        <translation>
            <numerusform>Die %Ln gezeigte Zeile wurde kopiert; es kann weitere geben.</numerusform>
            <numerusform>Die %Ln gezeigten Zeilen wurden kopiert; es kann weitere geben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved the %Ln row(s) shown as %1; there may be more.</source>
        <translation>
            <numerusform>Die %Ln gezeigte Zeile wurde als %1 gesichert; es kann weitere geben.</numerusform>
            <numerusform>Die %Ln gezeigten Zeilen wurden als %1 gesichert; es kann weitere geben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bincard::TableState</name>
    <message>
        <source>Fit columns to their contents</source>
        <translation>Spalten an den Inhalt anpassen</translation>
    </message>
</context>
<context>
    <name>bincard::TextGridModel</name>
    <message>
        <source>&quot;%1&quot; is not a date.</source>
        <translation>„%1“ ist kein Datum.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the possible values. Alt+Down shows them.</source>
        <translation>„%1“ ist keiner der möglichen Werte. Alt+Abwärts zeigt sie.</translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot; in the catalog.</source>
        <translation>„%1“ gibt es in den Stammdaten nicht.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Remove rows</source>
        <translation>Zeilen entfernen</translation>
    </message>
    <message>
        <source>Repeat row</source>
        <translation>Zeile wiederholen</translation>
    </message>
    <message>
        <source>Move row</source>
        <translation>Zeile verschieben</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>bincard::TotalsRow</name>
    <message>
        <source>Totals: %1</source>
        <translation>Summen: %1</translation>
    </message>
</context>
<context>
    <name>bincard::TurnoverModel</name>
    <message>
        <source>Receipts</source>
        <translation>Zugänge</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Abgänge</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>mixed</source>
        <comment>units</comment>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>value, %1</source>
        <translation>Wert, %1</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Total of what is shown</source>
        <translation>Summe des Gezeigten</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Ende</translation>
    </message>
</context>
<context>
    <name>bincard::TurnoverPage</name>
    <message>
        <source>Receipts and issues, value</source>
        <translation>Zugänge und Abgänge, Wert</translation>
    </message>
    <message>
        <source>Receipts and issues, quantity</source>
        <translation>Zugänge und Abgänge, Menge</translation>
    </message>
    <message>
        <source>Closing balance, value</source>
        <translation>Endbestand, Wert</translation>
    </message>
    <message>
        <source>Closing balance, quantity</source>
        <translation>Endbestand, Menge</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Was das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Steps to suit the period</source>
        <translation>Schritte passend zum Zeitraum</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tagen</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Nach Monaten</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Nach Jahren</translation>
    </message>
    <message>
        <source>Steps of the chart</source>
        <translation>Schritte des Diagramms</translation>
    </message>
    <message>
        <source>Nothing was on hand and nothing moved in this period.</source>
        <translation>In diesem Zeitraum war nichts vorhanden und hat sich nichts bewegt.</translation>
    </message>
    <message>
        <source>Show all postings</source>
        <translation>Alle Buchungen zeigen</translation>
    </message>
    <message>
        <source>Nothing has been posted yet.</source>
        <translation>Noch ist nichts gebucht.</translation>
    </message>
    <message>
        <source>Enter a goods receipt or an opening balance</source>
        <translation>Einen Wareneingang oder Anfangsbestand erfassen</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message numerus="yes">
        <source>%n selected row(s)</source>
        <translation>
            <numerusform>Eine ausgewählte Zeile</numerusform>
            <numerusform>%n ausgewählte Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>all that is shown</source>
        <translation>alles Gezeigte</translation>
    </message>
    <message>
        <source>the whole stock</source>
        <translation>der ganze Bestand</translation>
    </message>
    <message>
        <source>Closing balance of %1, %2</source>
        <translation>Endbestand: %1, %2</translation>
    </message>
    <message>
        <source>Receipts and issues of %1, %2</source>
        <translation>Zugänge und Abgänge: %1, %2</translation>
    </message>
    <message>
        <source>Nothing to draw: every figure of this period is zero.</source>
        <translation>Nichts zu zeichnen: Jede Zahl dieses Zeitraums ist null.</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Umsätze</translation>
    </message>
</context>
<context>
    <name>bincard::VerifyPanel</name>
    <message>
        <source>Verify all registers</source>
        <translation>Alle Register prüfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Recompute every total and balance from the journal and compare. Others may go on posting.</source>
        <translation>Jede Summe und jeden Bestand aus dem Journal neu berechnen und vergleichen. Andere können dabei weiter buchen.</translation>
    </message>
    <message>
        <source>Make all totals and balances anew from the journal. The journal itself is never changed.</source>
        <translation>Alle Summen und Bestände aus dem Journal neu herstellen. Das Journal selbst wird nie verändert.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>By the journal</source>
        <translation>Laut Journal</translation>
    </message>
    <message>
        <source>In the book</source>
        <translation>Im Buch</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was falsch ist</translation>
    </message>
    <message>
        <source>Nothing has been verified yet.</source>
        <translation>Noch ist nichts geprüft.</translation>
    </message>
    <message>
        <source>Verify recomputes every total and balance from the journal and lists here what does not agree.</source>
        <translation>„Prüfen“ berechnet jede Summe und jeden Bestand aus dem Journal neu und führt hier auf, was nicht übereinstimmt.</translation>
    </message>
    <message>
        <source>Cancelling...</source>
        <translation>Wird abgebrochen...</translation>
    </message>
    <message>
        <source>Verifying all registers...</source>
        <translation>Alle Register werden geprüft...</translation>
    </message>
    <message>
        <source>Verifying %1...</source>
        <translation>%1 wird geprüft...</translation>
    </message>
    <message>
        <source>Cancelled; nothing is known.</source>
        <translation>Abgebrochen; ein Ergebnis liegt nicht vor.</translation>
    </message>
    <message>
        <source>Everything agrees with the journal.</source>
        <translation>Alles stimmt mit dem Journal überein.</translation>
    </message>
    <message>
        <source>%1: %2 figures checked, %3 wrong.</source>
        <translation>%1: %2 Zahlen geprüft, %3 falsch.</translation>
    </message>
    <message>
        <source>All registers</source>
        <translation>Alle Register</translation>
    </message>
    <message>
        <source>Rebuilding %1...</source>
        <translation>%1 wird neu hergestellt...</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Abgebrochen; nichts wurde verändert.</translation>
    </message>
    <message>
        <source>%1 was made anew from its journal.</source>
        <translation>%1 ist aus seinem Journal neu hergestellt.</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>Neu herstellen</translation>
    </message>
    <message>
        <source>Rebuild %1</source>
        <translation>%1 neu herstellen</translation>
    </message>
</context>
<context>
    <name>bincard::WarehousePage</name>
    <message>
        <source>Warehouses</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>New warehouse</source>
        <translation>Neues Lager</translation>
    </message>
    <message>
        <source>No warehouses yet.</source>
        <translation>Noch keine Lager.</translation>
    </message>
</context>
<context>
    <name>bincard::WarehouseTableModel</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
</context>
<context>
    <name>bincard::WelcomePage</name>
    <message>
        <source>Bincard</source>
        <translation>Bincard</translation>
    </message>
    <message>
        <source>Stock balances that are right on any date. Open a book to begin.</source>
        <translation>Bestände, die an jedem Tag stimmen. Öffnen Sie ein Buch, um zu beginnen.</translation>
    </message>
    <message>
        <source>Demo book</source>
        <translation>Demobuch</translation>
    </message>
    <message>
        <source>Three warehouses with stock and orders. It is kept for you to try things in.</source>
        <translation>Drei Lager mit Bestand und Aufträgen. Es bleibt erhalten, damit Sie daran ausprobieren können.</translation>
    </message>
    <message>
        <source>New book…</source>
        <translation>Neues Buch…</translation>
    </message>
    <message>
        <source>An empty book in a file of your own.</source>
        <translation>Ein leeres Buch in einer eigenen Datei.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>A book file on this computer or in a shared folder.</source>
        <translation>Eine Buchdatei auf diesem Rechner oder in einem gemeinsamen Ordner.</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>Mit einem Server verbinden…</translation>
    </message>
    <message>
        <source>A book that a team shares on PostgreSQL.</source>
        <translation>Ein Buch, das sich mehrere auf PostgreSQL teilen.</translation>
    </message>
    <message>
        <source>Recent books</source>
        <translation>Zuletzt geöffnete Bücher</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Read one JSON request a line from standard input, answer each with one line</source>
        <translation>Je Zeile eine JSON-Anfrage von der Standardeingabe lesen und jede mit einer Zeile beantworten</translation>
    </message>
    <message>
        <source>Measure a throw-away book beside the bare SQL that is its limit</source>
        <translation>Ein Wegwerfbuch neben dem reinen SQL messen, das seine Grenze ist</translation>
    </message>
    <message>
        <source>How often each thing is done</source>
        <translation>Wie oft jedes getan wird</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauart</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Fsyncs per second</source>
        <translation>Fsyncs je Sekunde</translation>
    </message>
    <message>
        <source>Commits per second</source>
        <translation>Commits je Sekunde</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buch</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>Größe in Byte</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Journal mode</source>
        <translation>Journalmodus</translation>
    </message>
    <message>
        <source>The book lies on a network folder: it uses a rollback journal there, which is slower but safe. For several people at once, move it to a PostgreSQL server.</source>
        <translation>Das Buch liegt in einem Netzordner: Dort verwendet es ein Rollback-Journal, das langsamer, aber sicher ist. Für mehrere Personen zugleich legen Sie es auf einen PostgreSQL-Server.</translation>
    </message>
    <message>
        <source>The book was upgraded; as it was before, it is in %1.</source>
        <translation>Das Buch wurde auf die neue Version gebracht; der alte Stand liegt in %1.</translation>
    </message>
    <message>
        <source>Create a book, or upgrade one that an older Bincard made</source>
        <translation>Ein Buch anlegen oder eines von einem älteren Bincard auf die neue Version bringen</translation>
    </message>
    <message>
        <source>With the catalog and documents of the demo book</source>
        <translation>Mit den Stammdaten und Belegen des Demobuchs</translation>
    </message>
    <message>
        <source>Without the standard registers</source>
        <translation>Ohne die üblichen Register</translation>
    </message>
    <message>
        <source>Say what the book is and holds</source>
        <translation>Sagen, was das Buch ist und enthält</translation>
    </message>
    <message>
        <source>items, categories, warehouses or partners</source>
        <translation>items, categories, warehouses oder partners</translation>
    </message>
    <message>
        <source>All rows of a catalog</source>
        <translation>Alle Zeilen eines Verzeichnisses</translation>
    </message>
    <message>
        <source>Add rows, or change the fields named in them; the key is the code</source>
        <translation>Zeilen hinzufügen oder die genannten Felder ändern; Schlüssel ist der Code</translation>
    </message>
    <message>
        <source>A row as JSON ({&quot;code&quot;:&quot;WDG-A1&quot;,&quot;name&quot;:&quot;Widget Alpha&quot;}), @FILE or &quot;-&quot;: a JSON array, or one row a line</source>
        <translation>Eine Zeile als JSON ({&quot;code&quot;:&quot;WDG-A1&quot;,&quot;name&quot;:&quot;Widget Alpha&quot;}), @DATEI oder &quot;-&quot;: ein JSON-Array oder eine Zeile je Zeile</translation>
    </message>
    <message>
        <source>Keep a row for history, but offer it no more</source>
        <translation>Eine Zeile für die Geschichte behalten, aber nicht mehr anbieten</translation>
    </message>
    <message>
        <source>The code of the row</source>
        <translation>Der Code der Zeile</translation>
    </message>
    <message>
        <source>The id, or the number (SO-2026-0042)</source>
        <translation>Die id oder die Nummer (SO-2026-0042)</translation>
    </message>
    <message>
        <source>The document as JSON (&quot;-&quot;: standard input)</source>
        <translation>Der Beleg als JSON (&quot;-&quot;: Standardeingabe)</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>discount %</source>
        <translation>Rabatt %</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>To warehouse</source>
        <translation>In Lager</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>at (UTC)</source>
        <translation>am (UTC)</translation>
    </message>
    <message>
        <source>by</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Save a new document</source>
        <translation>Einen neuen Beleg speichern</translation>
    </message>
    <message>
        <source>And post it, both or neither</source>
        <translation>Und ihn buchen, beides oder keines</translation>
    </message>
    <message>
        <source>Refuse when somebody has changed the document since this version</source>
        <translation>Ablehnen, wenn jemand den Beleg seit dieser Fassung geändert hat</translation>
    </message>
    <message>
        <source>Replace a posted document and its movements</source>
        <translation>Einen gebuchten Beleg und seine Bewegungen ersetzen</translation>
    </message>
    <message>
        <source>A document with its lines</source>
        <translation>Ein Beleg mit seinen Zeilen</translation>
    </message>
    <message>
        <source>And who did what to it</source>
        <translation>Und wer was daran getan hat</translation>
    </message>
    <message>
        <source>Documents, newest first</source>
        <translation>Belege, neueste zuerst</translation>
    </message>
    <message>
        <source>Only these kinds, such as sales_order</source>
        <translation>Nur diese Arten, etwa sales_order</translation>
    </message>
    <message>
        <source>Only draft, posted or cancelled ones</source>
        <translation>Nur Entwürfe (draft), gebuchte (posted) oder stornierte (cancelled)</translation>
    </message>
    <message>
        <source>Only those with this partner</source>
        <translation>Nur die mit diesem Partner</translation>
    </message>
    <message>
        <source>Only those with a line of this item</source>
        <translation>Nur die mit einer Zeile dieses Artikels</translation>
    </message>
    <message>
        <source>Only those with this in number, partner or note</source>
        <translation>Nur die mit diesem Text in Nummer, Partner oder Notiz</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>Von diesem Tag an</translation>
    </message>
    <message>
        <source>Up to and including this day</source>
        <translation>Bis einschließlich dieses Tages</translation>
    </message>
    <message>
        <source>Go on behind the page that ended with this cursor</source>
        <translation>Hinter der Seite weitermachen, die mit diesem Cursor endete</translation>
    </message>
    <message>
        <source>At most so many rows (default: 500)</source>
        <translation>Höchstens so viele Zeilen (Vorgabe: 500)</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>There is more: --after %1</source>
        <translation>Es gibt mehr: --after %1</translation>
    </message>
    <message>
        <source>Post a document that is saved</source>
        <translation>Einen gespeicherten Beleg buchen</translation>
    </message>
    <message>
        <source>Cancel a posted document: reverse its movements</source>
        <translation>Einen gebuchten Beleg stornieren: seine Bewegungen umkehren</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Bring a flat file (CSV) into the book</source>
        <translation>Eine Textdatei (CSV) in das Buch übernehmen</translation>
    </message>
    <message>
        <source>The file, with a line of headings</source>
        <translation>Die Datei, mit einer Kopfzeile</translation>
    </message>
    <message>
        <source>Documents in two files: the one with the lines</source>
        <translation>Belege in zwei Dateien: die mit den Zeilen</translation>
    </message>
    <message>
        <source>The column that holds a field; may be given again</source>
        <translation>Die Spalte, die ein Feld enthält; darf mehrmals angegeben werden</translation>
    </message>
    <message>
        <source>A field that is the same for every row; may be given again</source>
        <translation>Ein Feld, das in jeder Zeile gleich ist; darf mehrmals angegeben werden</translation>
    </message>
    <message>
        <source>Items that keep no stock (postage, fees)</source>
        <translation>Artikel ohne Bestand (Porto, Gebühren)</translation>
    </message>
    <message>
        <source>The partner of rows that name none (default: WALK-IN)</source>
        <translation>Der Partner von Zeilen, die keinen nennen (Vorgabe: WALK-IN)</translation>
    </message>
    <message>
        <source>Add an opening balance of exactly what is needed for no item to fall below zero</source>
        <translation>Einen Anfangsbestand hinzufügen, genau so groß, dass kein Artikel unter null fällt</translation>
    </message>
    <message>
        <source>Its value: the average price in the file times this (default: 1)</source>
        <translation>Sein Wert: der Durchschnittspreis der Datei mal dieser Zahl (Vorgabe: 1)</translation>
    </message>
    <message>
        <source>Discounts are fractions: 0.15 means 15 percent</source>
        <translation>Rabatte sind Bruchteile: 0.15 heißt 15 Prozent</translation>
    </message>
    <message>
        <source>Save the documents without posting them</source>
        <translation>Die Belege speichern, ohne sie zu buchen</translation>
    </message>
    <message>
        <source>Do everything but write</source>
        <translation>Alles tun außer zu schreiben</translation>
    </message>
    <message>
        <source>How the file is written (else it is detected)</source>
        <translation>Wie die Datei geschrieben ist (sonst wird es ermittelt)</translation>
    </message>
    <message>
        <source>comma, semicolon, pipe or tab</source>
        <translation>comma, semicolon, pipe oder tab</translation>
    </message>
    <message>
        <source>UTF-8, UTF-16LE, UTF-16BE or Windows-1252</source>
        <translation>UTF-8, UTF-16LE, UTF-16BE oder Windows-1252</translation>
    </message>
    <message>
        <source>Such as yyyy-MM-dd, dd.MM.yyyy or M/d/yyyy</source>
        <translation>Etwa yyyy-MM-dd, dd.MM.yyyy oder M/d/yyyy</translation>
    </message>
    <message>
        <source>Numbers are written 1.234,50</source>
        <translation>Zahlen sind wie 1.234,50 geschrieben</translation>
    </message>
    <message>
        <source>Numbers are written 1,234.50</source>
        <translation>Zahlen sind wie 1,234.50 geschrieben</translation>
    </message>
    <message>
        <source>The register, such as inventory</source>
        <translation>Das Register, etwa inventory</translation>
    </message>
    <message>
        <source>Who posted them, such as count:17</source>
        <translation>Wer sie gebucht hat, etwa count:17</translation>
    </message>
    <message>
        <source>Movements as a JSON array or one object a line (&quot;-&quot;: standard input)</source>
        <translation>Bewegungen als JSON-Array oder ein Objekt je Zeile (&quot;-&quot;: Standardeingabe)</translation>
    </message>
    <message>
        <source>Post movements to a register by hand</source>
        <translation>Von Hand Bewegungen in ein Register buchen</translation>
    </message>
    <message>
        <source>Add to what the recorder has posted already</source>
        <translation>Hinzufügen zu dem, was der Urheber schon gebucht hat</translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s) posted.</source>
        <translation>
            <numerusform>Eine Bewegung gebucht.</numerusform>
            <numerusform>%n Bewegungen gebucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reverse the movements that a recorder posted by hand</source>
        <translation>Die Bewegungen umkehren, die ein Urheber von Hand gebucht hat</translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s) reversed.</source>
        <translation>
            <numerusform>Eine Bewegung umgekehrt.</numerusform>
            <numerusform>%n Bewegungen umgekehrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace the movements that a recorder posted by hand</source>
        <translation>Die Bewegungen ersetzen, die ein Urheber von Hand gebucht hat</translation>
    </message>
    <message>
        <source>%1 reversed, %2 posted, %3 unchanged.</source>
        <translation>%1 umgekehrt, %2 gebucht, %3 unverändert.</translation>
    </message>
    <message>
        <source>Only this value of a dimension; the same dimension twice means either</source>
        <translation>Nur dieser Wert einer Dimension; dieselbe Dimension zweimal heißt einer von beiden</translation>
    </message>
    <message>
        <source>A row for each value of these dimensions</source>
        <translation>Eine Zeile für jeden Wert dieser Dimensionen</translation>
    </message>
    <message>
        <source>What is there, now or at any time</source>
        <translation>Was da ist, jetzt oder zu jeder Zeit</translation>
    </message>
    <message>
        <source>At the end of a day, or up to a second (2026-04-18T09:30:00)</source>
        <translation>Am Ende eines Tages oder bis zu einer Sekunde (2026-04-18T09:30:00)</translation>
    </message>
    <message>
        <source>Opening balance, receipts, issues and closing balance of a time</source>
        <translation>Anfangsbestand, Zugänge, Abgänge und Endbestand eines Zeitraums</translation>
    </message>
    <message>
        <source>From then on (default: the beginning)</source>
        <translation>Von da an (Vorgabe: der Anfang)</translation>
    </message>
    <message>
        <source>Up to and including then (default: the end)</source>
        <translation>Bis einschließlich da (Vorgabe: das Ende)</translation>
    </message>
    <message>
        <source>A row for each of these</source>
        <translation>Eine Zeile für jedes davon</translation>
    </message>
    <message>
        <source>period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>The journal of a register</source>
        <translation>Das Journal eines Registers</translation>
    </message>
    <message>
        <source>Only what this recorder posted</source>
        <translation>Nur was dieser Urheber gebucht hat</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>Von da an</translation>
    </message>
    <message>
        <source>Up to and including then</source>
        <translation>Bis einschließlich da</translation>
    </message>
    <message>
        <source>Without reversals and what they take back</source>
        <translation>Ohne Umkehrungen und was sie zurücknehmen</translation>
    </message>
    <message>
        <source>At most so many rows (default: 1000)</source>
        <translation>Höchstens so viele Zeilen (Vorgabe: 1000)</translation>
    </message>
    <message>
        <source>The registers of the book</source>
        <translation>Die Register des Buches</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>The definition of a register and how much it holds</source>
        <translation>Die Definition eines Registers und wie viel es enthält</translation>
    </message>
    <message>
        <source>The register</source>
        <translation>Das Register</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Day totals</source>
        <translation>Tagessummen</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>Erster Zeitpunkt</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>Letzter Zeitpunkt</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Define a register from a JSON file (&quot;-&quot;: standard input)</source>
        <translation>Ein Register aus einer JSON-Datei anlegen (&quot;-&quot;: Standardeingabe)</translation>
    </message>
    <message>
        <source>The definition as JSON</source>
        <translation>Die Definition als JSON</translation>
    </message>
    <message>
        <source>The register %1 is there.</source>
        <translation>Das Register %1 ist angelegt.</translation>
    </message>
    <message>
        <source>Remove a register</source>
        <translation>Ein Register entfernen</translation>
    </message>
    <message>
        <source>With all of its movements</source>
        <translation>Mit allen seinen Bewegungen</translation>
    </message>
    <message>
        <source>The register %1 is gone.</source>
        <translation>Das Register %1 ist entfernt.</translation>
    </message>
    <message>
        <source>Recompute every total and balance from the journal and compare</source>
        <translation>Jede Summe und jeden Bestand aus dem Journal neu berechnen und vergleichen</translation>
    </message>
    <message>
        <source>One register (default: all)</source>
        <translation>Ein Register (Vorgabe: alle)</translation>
    </message>
    <message>
        <source>register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1 figures checked, %2 wrong.</source>
        <translation>%1 Zahlen geprüft, %2 falsch.</translation>
    </message>
    <message>
        <source>&quot;bincardctl register rebuild&quot; makes the figures anew from the journal.</source>
        <translation>„bincardctl register rebuild“ stellt die Zahlen aus dem Journal neu her.</translation>
    </message>
    <message>
        <source>Make every total and balance anew from the journal</source>
        <translation>Jede Summe und jeden Bestand aus dem Journal neu herstellen</translation>
    </message>
    <message>
        <source>Totals and balances are made anew.</source>
        <translation>Summen und Bestände sind neu hergestellt.</translation>
    </message>
    <message>
        <source>line %1, %2: </source>
        <translation>Zeile %1, %2: </translation>
    </message>
    <message>
        <source>line %1: </source>
        <translation>Zeile %1: </translation>
    </message>
    <message>
        <source>%1: %2 needed, %3 available on %4</source>
        <translation>%1: %2 gebraucht, %3 verfügbar am %4</translation>
    </message>
    <message>
        <source>&quot;bincardctl register list&quot; shows the registers of the book.</source>
        <translation>„bincardctl register list“ zeigt die Register des Buches.</translation>
    </message>
    <message>
        <source>Use repost to replace what is posted.</source>
        <translation>Verwenden Sie repost, um zu ersetzen, was gebucht ist.</translation>
    </message>
    <message>
        <source>Read it again, and repeat the change on the version you then see.</source>
        <translation>Lesen Sie ihn noch einmal, und wiederholen Sie die Änderung an der Fassung, die Sie dann sehen.</translation>
    </message>
    <message>
        <source>Whether a change under way was saved is not known: look it up before you repeat it.</source>
        <translation>Ob eine laufende Änderung gespeichert wurde, ist nicht bekannt: Sehen Sie nach, bevor Sie sie wiederholen.</translation>
    </message>
    <message>
        <source>Go back to a copy of it. Before each upgrade one is left beside the book.</source>
        <translation>Gehen Sie auf eine Kopie zurück. Vor jedem Wechsel der Version bleibt eine neben dem Buch liegen.</translation>
    </message>
    <message>
        <source>Install a Bincard that is at least as new as the one that made the book.</source>
        <translation>Installieren Sie ein Bincard, das mindestens so neu ist wie das, von dem das Buch stammt.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without faults were saved.</source>
        <translation>
            <numerusform>Eine Zeile ohne Fehler wurde gespeichert.</numerusform>
            <numerusform>%n Zeilen ohne Fehler wurden gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) left out, because they share a document with these.</source>
        <translation>
            <numerusform>Eine weitere Zeile ausgelassen, weil sie mit diesen zu einem Beleg gehört.</numerusform>
            <numerusform>%n weitere Zeilen ausgelassen, weil sie mit diesen zu einem Beleg gehören.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read as %1, delimiter %2, dates %3, decimal %4.</source>
        <translation>Gelesen als %1, Trennzeichen %2, Datumsangaben %3, Dezimalzeichen %4.</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Spalten: %1</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Zeilen gelesen</translation>
    </message>
    <message>
        <source>Rows taken</source>
        <translation>Zeilen übernommen</translation>
    </message>
    <message>
        <source>Already imported</source>
        <translation>Schon importiert</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Catalog rows</source>
        <translation>Zeilen der Stammdaten</translation>
    </message>
    <message>
        <source>Items created</source>
        <translation>Artikel angelegt</translation>
    </message>
    <message>
        <source>Partners created</source>
        <translation>Partner angelegt</translation>
    </message>
    <message>
        <source>Rows without partner</source>
        <translation>Zeilen ohne Partner</translation>
    </message>
    <message>
        <source>Cancelled. What is listed above is in the book; the same command goes on where it stopped.</source>
        <translation>Abgebrochen. Was oben steht, ist im Buch; derselbe Befehl macht weiter, wo er aufgehört hat.</translation>
    </message>
    <message>
        <source>A dry run: nothing was written.</source>
        <translation>Ein Probelauf: Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The registers: list, define, check</source>
        <translation>Die Register: auflisten, anlegen, prüfen</translation>
    </message>
    <message>
        <source>Items, categories, warehouses and partners</source>
        <translation>Artikel, Kategorien, Lager und Partner</translation>
    </message>
    <message>
        <source>Documents: orders, receipts, transfers</source>
        <translation>Belege: Aufträge, Wareneingänge, Umlagerungen</translation>
    </message>
    <message>
        <source>Inventory bookkeeping on the command line.</source>
        <translation>Lagerbuchführung auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>Print the version and leave</source>
        <translation>Die Version ausgeben und beenden</translation>
    </message>
    <message>
        <source>Print this help and leave</source>
        <translation>Diese Hilfe ausgeben und beenden</translation>
    </message>
    <message>
        <source>The book: a file or postgresql://user@host:port/database (default: BINCARD_BOOK)</source>
        <translation>Das Buch: eine Datei oder postgresql://user@host:port/database (Vorgabe: BINCARD_BOOK)</translation>
    </message>
    <message>
        <source>Answer in JSON on standard output, errors too</source>
        <translation>Antworten als JSON auf der Standardausgabe, auch Fehler</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 refused, 2 wrong usage, 3 the book cannot be opened.
&quot;bincardctl COMMAND --help&quot; explains a command, &quot;man bincardctl&quot; all of them.</source>
        <translation>Rückgabewerte: 0 erledigt, 1 abgelehnt, 2 falsche Verwendung, 3 das Buch lässt sich nicht öffnen.
„bincardctl BEFEHL --help“ erklärt einen Befehl, „man bincardctl“ alle.</translation>
    </message>
    <message>
        <source>There is no command or option &quot;%1&quot;.</source>
        <translation>Einen Befehl oder eine Option „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>&quot;bincardctl --help&quot; shows the commands, &quot;bincardctl COMMAND --help&quot; the options of one.</source>
        <translation>„bincardctl --help“ zeigt die Befehle, „bincardctl BEFEHL --help“ die Optionen eines Befehls.</translation>
    </message>
    <message>
        <source>The book named is %1.</source>
        <translation>Das genannte Buch ist %1.</translation>
    </message>
    <message>
        <source>bincardctl: The output could not be written completely.</source>
        <translation>bincardctl: Die Ausgabe ließ sich nicht vollständig schreiben.</translation>
    </message>
    <message>
        <source>an empty text was given</source>
        <translation>ein leerer Text wurde angegeben</translation>
    </message>
    <message>
        <source>%1 is not of the form name=value</source>
        <translation>%1 hat nicht die Form name=value</translation>
    </message>
    <message>
        <source>%1 has an empty entry</source>
        <translation>%1 enthält einen leeren Eintrag</translation>
    </message>
    <message>
        <source>%1 is none of %2</source>
        <translation>%1 ist keines von %2</translation>
    </message>
    <message>
        <source>%1 is not a whole number from %2 to %3</source>
        <translation>%1 ist keine ganze Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>NOT met</source>
        <translation>NICHT erreicht</translation>
    </message>
    <message>
        <source>save, balance, turnover, import (default: these), engine, or parts of engine: %1</source>
        <translation>save, balance, turnover, import (Vorgabe: diese), engine oder Teile von engine: %1</translation>
    </message>
    <message>
        <source>Movements of the large journal of part growth</source>
        <translation>Bewegungen des großen Journals im Teil growth</translation>
    </message>
    <message>
        <source>A database on the same server with the extension pg_accumulator, to measure beside</source>
        <translation>Eine Datenbank auf demselben Server mit der Erweiterung pg_accumulator, die zum Vergleich mitgemessen wird</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>fsyncs/s</source>
        <translation>Fsyncs/s</translation>
    </message>
    <message>
        <source>the limit is</source>
        <translation>die Grenze ist</translation>
    </message>
    <message>
        <source>Closed until</source>
        <translation>Abgeschlossen bis</translation>
    </message>
    <message>
        <source>Let nothing on or before a date be changed any more, or reopen it</source>
        <translation>Bis einschließlich eines Datums nichts mehr ändern lassen, oder es wieder öffnen</translation>
    </message>
    <message>
        <source>The closing date, such as 2026-03-31; with --reopen the earlier one to go back to, or &quot;none&quot;</source>
        <translation>Das Abschlussdatum, etwa 2026-03-31; mit --reopen das frühere, auf das zurückgegangen wird, oder &quot;none&quot;</translation>
    </message>
    <message>
        <source>Move the closing date back; the closing date itself reopens the month that it ends</source>
        <translation>Das Abschlussdatum zurücksetzen; das Abschlussdatum selbst öffnet den Monat wieder, den es beendet</translation>
    </message>
    <message>
        <source>Everything is open.</source>
        <translation>Alles ist offen.</translation>
    </message>
    <message>
        <source>Closed up to and including %1.</source>
        <translation>Abgeschlossen bis einschließlich %1.</translation>
    </message>
    <message>
        <source>Only those of this warehouse, or with transfers to it</source>
        <translation>Nur die dieses Lagers oder mit Umlagerungen dorthin</translation>
    </message>
    <message>
        <source>documents, items, categories, warehouses, partners, customers, suppliers or movements</source>
        <translation>documents, items, categories, warehouses, partners, customers, suppliers oder movements</translation>
    </message>
    <message>
        <source>The register that movements go to (CSV, or JSON as post takes it)</source>
        <translation>Das Register, in das Bewegungen gehen (CSV, oder JSON, wie post es nimmt)</translation>
    </message>
    <message>
        <source>The parts of a journal that is divided by period (PostgreSQL)</source>
        <translation>Die Partitionen eines nach Zeiträumen geteilten Journals (PostgreSQL)</translation>
    </message>
    <message>
        <source>The journal of %1 is in one piece.</source>
        <translation>Das Journal von %1 ist ungeteilt.</translation>
    </message>
    <message>
        <source>partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>movements</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>detached</source>
        <translation>abgetrennt</translation>
    </message>
    <message>
        <source>Take a part whose whole period is closed out of the journal and seal its totals</source>
        <translation>Eine Partition, deren ganzer Zeitraum abgeschlossen ist, aus dem Journal herausnehmen und ihre Summen versiegeln</translation>
    </message>
    <message>
        <source>The part, as &quot;register partitions&quot; names it</source>
        <translation>Die Partition, wie „register partitions“ sie nennt</translation>
    </message>
    <message>
        <source>%1 is detached; its table stays, read-only. The totals of the register stay as they were.</source>
        <translation>%1 ist abgetrennt; die Tabelle bleibt, schreibgeschützt. Die Summen des Registers bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>Make the parts of the journals for the coming periods, and keep the book fast</source>
        <translation>Die Partitionen der Journale für die kommenden Zeiträume anlegen und das Buch schnell halten</translation>
    </message>
    <message>
        <source>Order the rows by a column, downwards with :desc; again for what ties</source>
        <translation>Die Zeilen nach einer Spalte ordnen, absteigend mit :desc; noch einmal angeben für gleiche Werte</translation>
    </message>
    <message>
        <source>At most so many rows</source>
        <translation>Höchstens so viele Zeilen</translation>
    </message>
    <message>
        <source>As the books stood at an instant (UTC, 2026-04-18T09:30:00Z): only what was recorded by then</source>
        <translation>Wie die Bücher zu einem Zeitpunkt standen (UTC, 2026-04-18T09:30:00Z): nur was bis dahin erfasst war</translation>
    </message>
    <message>
        <source>never negative</source>
        <translation>nie negativ</translation>
    </message>
    <message>
        <source>Never negative</source>
        <translation>Nie negativ</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Bytes on disk</source>
        <translation>Byte auf dem Datenträger</translation>
    </message>
    <message>
        <source>Made by generator</source>
        <translation>Erzeugt von Generator</translation>
    </message>
    <message>
        <source>Give a register further dimensions or resources, or another policy for negative figures</source>
        <translation>Einem Register weitere Dimensionen oder Ressourcen oder eine andere Regel für negative Zahlen geben</translation>
    </message>
    <message>
        <source>The definition as it shall be, as JSON (&quot;-&quot;: standard input)</source>
        <translation>Die Definition, wie sie sein soll, als JSON (&quot;-&quot;: Standardeingabe)</translation>
    </message>
    <message>
        <source>The register %1 is as it was defined now.</source>
        <translation>Das Register %1 ist jetzt so, wie es definiert wurde.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>Ein Befehl fehlt.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>%1 and %2 contradict each other.</source>
        <translation>%1 und %2 widersprechen einander.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more problem(s).</source>
        <translation>
            <numerusform>Und %n weiteres Problem.</numerusform>
            <numerusform>Und %n weitere Probleme.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <translation>Nicht verwendet: %1</translation>
    </message>
    <message>
        <source>The ledger: accounts, posting scheme, trial balance</source>
        <translation>Das Hauptbuch: Konten, Buchungsschema, Summen- und Saldenliste</translation>
    </message>
    <message>
        <source>The chart of accounts</source>
        <translation>Der Kontenplan</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>active</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>Make or change an account</source>
        <translation>Ein Konto anlegen oder ändern</translation>
    </message>
    <message>
        <source>The code of the account</source>
        <translation>Der Code des Kontos</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>Wie es heißt</translation>
    </message>
    <message>
        <source>On which side its balance stands</source>
        <translation>Auf welcher Seite sein Saldo steht</translation>
    </message>
    <message>
        <source>It takes no new movements</source>
        <translation>Es nimmt keine neuen Bewegungen an</translation>
    </message>
    <message>
        <source>The account %1 is saved.</source>
        <translation>Das Konto %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>analytics</source>
        <translation>Analytik</translation>
    </message>
    <message>
        <source>credit</source>
        <translation>Haben</translation>
    </message>
    <message>
        <source>Make the register ledger, with accounts and a posting scheme to begin with</source>
        <translation>Das Register ledger anlegen, mit Konten und einem Buchungsschema für den Anfang</translation>
    </message>
    <message>
        <source>What documents post to the ledger; change a row, or remove it</source>
        <translation>Was aus Belegen ins Hauptbuch gebucht wird; eine Zeile ändern oder entfernen</translation>
    </message>
    <message>
        <source>The kind of document, such as sales_order</source>
        <translation>Die Art des Belegs, etwa sales_order</translation>
    </message>
    <message>
        <source>value, revenue or cost</source>
        <translation>Warenwert (value), Erlös (revenue) oder Wareneinsatz (cost)</translation>
    </message>
    <message>
        <source>The account debited</source>
        <translation>Das Konto im Soll</translation>
    </message>
    <message>
        <source>The account credited</source>
        <translation>Das Konto im Haben</translation>
    </message>
    <message>
        <source>Post nothing of it any more</source>
        <translation>Davon nichts mehr buchen</translation>
    </message>
    <message>
        <source>The posting scheme is changed.</source>
        <translation>Das Buchungsschema ist geändert.</translation>
    </message>
    <message>
        <source>Documents post to the ledger.</source>
        <translation>Belege werden ins Hauptbuch gebucht.</translation>
    </message>
    <message>
        <source>Documents do not post to the ledger: ledger posting on</source>
        <translation>Belege werden nicht ins Hauptbuch gebucht; einschalten: ledger posting on</translation>
    </message>
    <message>
        <source>Whether documents post to the ledger, in their own transaction</source>
        <translation>Ob Belege ins Hauptbuch gebucht werden, in ihrer eigenen Transaktion</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>ein (on) oder aus (off)</translation>
    </message>
    <message>
        <source>Posted documents that are not in the ledger: post them, or leave them</source>
        <translation>Gebuchte Belege, die nicht im Hauptbuch stehen: nachbuchen (post) oder auslassen (leave)</translation>
    </message>
    <message>
        <source>Documents post to the ledger. Posted of the past: %1</source>
        <translation>Belege werden ins Hauptbuch gebucht. Nachgebucht: %1</translation>
    </message>
    <message>
        <source>Documents no longer post to the ledger.</source>
        <translation>Belege werden nicht mehr ins Hauptbuch gebucht.</translation>
    </message>
    <message>
        <source>Opening, debit, credit and closing of each account</source>
        <translation>Anfangssaldo, Soll, Haben und Endsaldo jedes Kontos</translation>
    </message>
    <message>
        <source>The register (default: ledger)</source>
        <translation>Das Register (Vorgabe: ledger)</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>The movements of an account with its running balance</source>
        <translation>Die Bewegungen eines Kontos mit seinem laufenden Saldo</translation>
    </message>
    <message>
        <source>Only with these analytics</source>
        <translation>Nur mit dieser Analytik</translation>
    </message>
    <message>
        <source>At most so many movements (default: 500)</source>
        <translation>Höchstens so viele Bewegungen (Vorgabe: 500)</translation>
    </message>
    <message>
        <source>Opening %1: %2</source>
        <translation>Anfangssaldo %1: %2</translation>
    </message>
    <message>
        <source>counter account</source>
        <translation>Gegenkonto</translation>
    </message>
    <message>
        <source>Whether debits equal credits and accounts stand on their side; exit 1 if not</source>
        <translation>Ob Soll und Haben gleich sind und jedes Konto auf seiner Seite steht; Rückgabewert 1, wenn nicht</translation>
    </message>
    <message>
        <source>Sound: debits = credits = %1</source>
        <translation>In Ordnung: Soll = Haben = %1</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>period</source>
        <comment>when a movement happens</comment>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
</TS>
