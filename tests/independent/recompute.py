#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recomputes from a flat file of invoices what a book must show after importing it, sharing no code with Bincard.

usage: recompute.py FILE [--details FILE] [--map FIELD=COLUMN]... [--service CODE,...] [--no-opening]
                    [--opening-cost-ratio RATIO] [--discount-fraction] [--period FROM:TO]... [--at DATE]...

It reads clean RFC 4180 files in UTF-8 with ISO dates; every row must be takeable. The rules (docs/import.md):

- Rows of one number are one invoice. A number that begins with C, and then no letter, is a customer return, its
  quantities made positive. Negative lines of any other invoice are a write-off; of a service, a customer return.
- Codes of items compare whatever the case. A row without partner belongs to WALK-IN.
- Opening stock, on the day before the first invoice: per item the largest shortfall of the running end-of-day balance;
  worth quantity * average selling price in the file * ratio, rounded once.
- Posted by day; within a day returns before what leaves, then as in the file.
- Cost (C1-C3, C5): the unit cost of a day is the item's value over its quantity at the opening of that day (plus what
  was received on it: only the opening balance receives here). Issues and returns of the day are worth quantity times
  that, each line rounded once. On a day without either it is that of the latest earlier day that had one, 0 where none
  had. The last line of a document that empties the item takes all value that is left.

All arithmetic is exact (fractions); rounding is half away from zero. Prints JSON.
"""

import argparse
import csv
import json
from collections import OrderedDict, defaultdict
from datetime import date, timedelta
from fractions import Fraction

DEFAULT_COLUMNS = {
    "number": ["InvoiceNo", "orderID"], "date": ["InvoiceDate", "orderDate"], "partner": ["CustomerID", "customerID"],
    "item": ["StockCode", "productID"], "quantity": ["Quantity", "quantity"], "unit_price": ["UnitPrice", "unitPrice"],
    "discount": ["discount"],
}


def rounded(value, places=2):
    """Half away from zero."""
    scaled = abs(value) * 10 ** places
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10 ** places)


def shown(value, places):
    units = value * 10 ** places
    assert units.denominator == 1, value
    text = str(abs(units.numerator)).rjust(places + 1, "0")
    return ("-" if units < 0 else "") + text[:-places] + "." + text[-places:]


class Line:
    def __init__(self, item, quantity, price, discount):
        self.item, self.quantity, self.price, self.discount = item, quantity, price, discount
        self.revenue = rounded(quantity * price * (100 - discount) / 100)


class Document:
    def __init__(self, kind, number, day, partner, order):
        self.kind, self.number, self.day, self.partner, self.order, self.lines = kind, number, day, partner, order, []


class Importer:
    def __init__(self, options):
        self.options = options
        self.services = {code.upper() for code in options.service.split(",") if code}
        self.spelling = {}
        self.documents = []
        self.rows = 0

    def column(self, header, field):
        wanted = self.options.columns.get(field)
        for name in [wanted] if wanted else DEFAULT_COLUMNS[field]:
            if name in header:
                return name
        return None

    def read(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            return reader.fieldnames, list(reader)

    def flat_rows(self):
        header, rows = self.read(self.options.file)
        if not self.options.details:
            get = {field: self.column(header, field) for field in DEFAULT_COLUMNS}
            for row in rows:
                yield {field: row[name].strip() if name else "" for field, name in get.items()}
            return
        details_header, details = self.read(self.options.details)
        of_order = {field: self.column(header, field) for field in ("number", "date", "partner")}
        of_line = {field: self.column(details_header, field)
                   for field in ("number", "item", "quantity", "unit_price", "discount")}
        orders = {row[of_order["number"]]: row for row in rows}
        for row in details:
            order = orders[row[of_line["number"]]]
            flat = {field: order[name].strip() for field, name in of_order.items()}
            flat.update({field: row[name].strip() for field, name in of_line.items() if field != "number"})
            yield flat

    def is_service(self, item):
        return item.upper() in self.services

    def gather(self):
        invoices = OrderedDict()
        for row in self.flat_rows():
            self.rows += 1
            invoices.setdefault(row["number"], []).append((self.rows, row))
        for number, rows in invoices.items():
            self.invoice(number, rows)

    def invoice(self, number, rows):
        cancels = number[:1] in "Cc" and not number[1:2].isalpha()
        day = date.fromisoformat(rows[0][1]["date"][:10])
        partner = next((row["partner"] for _, row in rows if row["partner"] not in ("", "NULL")), "WALK-IN")
        by_kind = OrderedDict()
        for order, row in rows:
            code = self.spelling.setdefault(row["item"].upper(), row["item"])
            quantity = Fraction(row["quantity"])
            discount = Fraction(row["discount"] or "0") * (100 if self.options.discount_fraction else 1)
            kind = "customer_return" if cancels else "sales_order"
            if not cancels and quantity < 0:
                kind = "customer_return" if self.is_service(code) else "write_off"
            document = by_kind.get(kind)
            if document is None:
                document = by_kind[kind] = Document(kind, number, day, partner, order)
            document.lines.append(Line(code, abs(quantity), Fraction(row["unit_price"]), discount))
        self.documents += by_kind.values()

    def opening(self):
        net = defaultdict(lambda: defaultdict(Fraction))
        sold, earned = defaultdict(Fraction), defaultdict(Fraction)
        for document in self.documents:
            for line in document.lines:
                if document.kind == "sales_order":
                    sold[line.item] += line.quantity
                    earned[line.item] += line.quantity * line.price
                if not self.is_service(line.item):
                    sign = 1 if document.kind == "customer_return" else -1
                    net[line.item][document.day] += sign * line.quantity
        stock = {}
        for item, days in net.items():
            balance = lowest = Fraction(0)
            for day in sorted(days):
                balance += days[day]
                lowest = min(lowest, balance)
            if lowest < 0:
                average = earned[item] / sold[item] if sold[item] else Fraction(0)
                stock[item] = (-lowest, rounded(-lowest * average * self.options.ratio))
        return stock


class Book:
    """Movements of stock and of sales, by the rules of cost."""

    def __init__(self):
        self.stock = []  # (day, item, quantity, value)
        self.sales = []  # (day, item, partner, quantity, revenue, cost)
        self.quantity, self.value = defaultdict(Fraction), defaultdict(Fraction)
        self.at_opening = {}
        self.known = {}  # item: the latest unit cost
        self.day = None

    def begin_day(self, day):
        if day != self.day:
            self.day, self.at_opening = day, {}

    def unit_cost(self, item):
        """Of the day: what the item was worth at its opening, before anything of the day moved."""
        if item not in self.at_opening:
            self.at_opening[item] = (self.quantity[item], self.value[item])
        quantity, value = self.at_opening[item]
        if quantity > 0:
            self.known[item] = value / quantity
        return self.known.get(item, Fraction(0))

    def move(self, day, item, quantity, value):
        self.stock.append((day, item, quantity, value))
        self.quantity[item] += quantity
        self.value[item] += value
        assert self.quantity[item] >= 0, (day, item)

    def post(self, document, is_service):
        self.begin_day(document.day)
        costs = [Fraction(0) if is_service(line.item) else rounded(line.quantity * self.unit_cost(line.item))
                 for line in document.lines]
        if document.kind != "customer_return":
            self.take_the_rest(document, costs, is_service)
        sign = 1 if document.kind == "customer_return" else -1
        for line, cost in zip(document.lines, costs):
            if not is_service(line.item):
                self.move(document.day, line.item, sign * line.quantity, sign * cost)
            if document.kind != "write_off":
                self.sales.append((document.day, line.item, document.partner, -sign * line.quantity,
                                   -sign * line.revenue, -sign * cost))

    def take_the_rest(self, document, costs, is_service):
        last, taken, spent = {}, defaultdict(Fraction), defaultdict(Fraction)
        for index, line in enumerate(document.lines):
            if not is_service(line.item):
                last[line.item] = index
                taken[line.item] += line.quantity
                spent[line.item] += costs[index]
        for item, index in last.items():
            if taken[item] == self.quantity[item]:
                costs[index] = self.value[item] - (spent[item] - costs[index])


def turnover(movements, first, last, keys, figures):
    """Opening, receipts, issues, closing per key; a movement counts by its own sign, each figure for itself."""
    rows = {}
    for movement in movements:
        day, key = movement[0], tuple(movement[index] for index in keys)
        if day > last:
            continue
        row = rows.setdefault(key, [[Fraction(0)] * 4 for _ in figures])
        for figure, index in zip(row, figures):
            value = movement[index]
            if day < first:
                figure[0] += value
            elif value > 0:
                figure[1] += value
            else:
                figure[2] -= value
            figure[3] += value
    return rows


def parsed():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n\n")[0])
    parser.add_argument("file")
    parser.add_argument("--details")
    parser.add_argument("--map", action="append", default=[])
    parser.add_argument("--service", default="")
    parser.add_argument("--no-opening", action="store_true")
    parser.add_argument("--opening-cost-ratio", dest="ratio", type=Fraction, default=Fraction(1))
    parser.add_argument("--discount-fraction", action="store_true")
    parser.add_argument("--period", action="append", default=[])
    parser.add_argument("--at", action="append", default=[])
    options = parser.parse_args()
    options.columns = dict(pair.split("=", 1) for pair in options.map)
    return options


def main():
    options = parsed()
    importer = Importer(options)
    importer.gather()
    book = Book()
    first = min(document.day for document in importer.documents)
    stock = {} if options.no_opening else importer.opening()
    for item, (quantity, value) in stock.items():
        book.move(first - timedelta(days=1), item, quantity, value)
    for document in sorted(importer.documents,
                           key=lambda d: (d.day, d.kind != "customer_return", d.order)):
        book.post(document, importer.is_service)

    def balances(last):
        rows = turnover(book.stock, date.min, last, [1], [2, 3])
        return {key[0]: [shown(row[0][3], 4), shown(row[1][3], 2)] for key, row in sorted(rows.items())
                if row[0][3] or row[1][3]}

    def sheet(period):
        begin, end = map(date.fromisoformat, period.split(":"))
        rows = turnover(book.stock, begin, end, [1], [2, 3])
        return {key[0]: [shown(figure, 4) for figure in row[0]] + [shown(figure, 2) for figure in row[1]]
                for key, row in sorted(rows.items()) if any(row[0]) or any(row[1])}

    def sales(keys):
        totals = defaultdict(lambda: [Fraction(0)] * 3)
        for row in book.sales:
            key = "|".join(row[index] for index in keys)
            totals[key] = [total + value for total, value in zip(totals[key], row[3:])]
        return {key: [shown(row[0], 4), shown(row[1], 2), shown(row[2], 2)] for key, row in sorted(totals.items())
                if any(row)}

    kinds = defaultdict(int)
    for document in importer.documents:
        kinds[document.kind] += 1
    print(json.dumps({
        "rows": importer.rows,
        "documents": dict(kinds),
        "items": len(importer.spelling),
        "opening": {item: [shown(q, 4), shown(v, 2)] for item, (q, v) in sorted(stock.items())},
        "balance": balances(date.max),
        "balance_at": {day: balances(date.fromisoformat(day)) for day in options.at},
        "turnover": {period: sheet(period) for period in options.period},
        "sales_by_item": sales([1]),
        "sales_by_partner": sales([2]),
        "sales_by_item_and_partner": sales([1, 2]),
    }))


if __name__ == "__main__":
    main()
