#!/usr/bin/env python3
"""Plants bad translations and expects each to be found."""

import unittest
import xml.etree.ElementTree as ElementTree

from check_translations import complaints_of_message


def complaints(source, translation, attributes=""):
    message = ElementTree.fromstring(f"<message {attributes}><source>{source}</source>{translation}</message>")
    return [complaint for _, complaint in complaints_of_message(message)]


class PlantedFaults(unittest.TestCase):
    def test_good_ones_pass(self):
        self.assertEqual(complaints("%1 of %2:", "<translation>%2, davon %1:</translation>"), [])
        self.assertEqual(complaints("&amp;Open", "<translation>\u00d6&amp;ffnen</translation>"), [])
        self.assertEqual(complaints("%n row(s)", "<translation><numerusform>eine Zeile</numerusform>"
                                                 "<numerusform>%n Zeilen</numerusform></translation>", 'numerus="yes"'), [])

    def test_unfinished(self):
        self.assertEqual(complaints("Save", '<translation type="unfinished">Sichern</translation>'), ["unfinished"])
        self.assertEqual(complaints("Save", '<translation type="unfinished"/>'), ["unfinished"])

    def test_empty(self):
        self.assertIn("empty", complaints("Save", "<translation></translation>"))

    def test_placeholders(self):
        self.assertTrue(complaints("%1 of %2", "<translation>%1 von %3</translation>"))
        self.assertTrue(complaints("%1", "<translation>nichts</translation>"))

    def test_markup_ending_and_mnemonic(self):
        self.assertTrue(complaints("&lt;b&gt;x&lt;/b&gt;", "<translation>x</translation>"))
        self.assertTrue(complaints("Open\u2026", "<translation>\u00d6ffnen</translation>"))
        self.assertTrue(complaints("&amp;Open", "<translation>\u00d6ffnen</translation>"))

    def test_plural_forms(self):
        self.assertTrue(complaints("%n row(s)", "<translation><numerusform>%n Zeile</numerusform></translation>",
                                   'numerus="yes"'))


if __name__ == "__main__":
    unittest.main()
