#!/usr/bin/env python3
"""Reads exports with the programs that researchers use, and compares every cell.

    read-back.py BACKFILE [FILE]

BACKFILE is the program, FILE a JSON array of further naughty strings. An archive is made whose
articles have a naughty string in every field. Its exports are read by pandas, base R, the sqlite3 shell,
frictionless, networkx and LibreOffice, those that are there. What is read must be what the archive
has. A tool that is not there is named and passed over. The exit code is 1 where anything differs.
"""

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

csv.field_size_limit(1 << 30)

NAUGHTY = [
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20x",
    '=HYPERLINK("http://example.invalid","click")', "=cmd|' /C calc'!A0", '=1+1";=1+1', "'=1+1",
    '"quoted"', 'in "the" middle', '"', '""', '"""', "'", "''", ",", ";", "a,b;c\td|e", ",,,", "\t", "|",
    "line\nbreak", "carriage\rreturn", "both\r\nof them", "\n", "ends with\n", "ends with\r", "a\n\n\nb",
    "NA", "N/A", "#N/A", "NULL", "null", "None", "nan", "NaN", "-inf", ".", "-", "TRUE", "false", "T", "F",
    "0", "007", "1e5", "1E400", "1,000", "0x1F", "1_000", "2017-01-28", "1/2", "12:30", "9007199254740993",
    " leading", "trailing ", "  both  ", "\u00a0no break\u00a0", "\u3000wide", "a  b",
    "\ufeffmark", "zero\u200bwidth", "soft\u00adhyphen", "\u202ereversed\u202c", "\u2066isolate\u2069",
    "e\u0301 and \u00e9", "\u0130\u0131\u00df\ufb01", "\U0001d4b3 beyond", "\U0001f469\u200d\U0001f52c", "\U0001f1f3\U0001f1f4",
    "\u6e2f\u53e3\u7f62\u5de5", "\u0625\u0636\u0631\u0627\u0628", "\u0e19\u0e31\u0e14\u0e2b\u0e22\u0e38\u0e14", "\u05e9\u05d1\u05d9\u05ea\u05d4",
    "bell\u0007", "escape\u001b[31mred\u001b[0m", "delete\u007f", "next\u0085line", "line\u2028para\u2029graph",
    "\\", "\\n", "\\\\", '\\"', "C:\\new\\table", "%s%n%d", "%00", "$HOME", "$(date)", "`date`", "${x}",
    "#comment", "a # b", "<script>alert(1)</script>", "&amp; &lt;", "]]>", "<!--", "{{7*7}}", "--", "/*",
    "'; DROP TABLE article; --", "1;2", "../../x", "con.txt", "\ufffd", "\ufffe", "\U0010ffff", "\ue000",
]


def naughty_articles(path, extra):
    strings = NAUGHTY + extra
    with open(path, "w", encoding="utf-8") as file:
        for number, text in enumerate(strings):
            other = strings[(number * 7 + 3) % len(strings)]
            record = {
                "headline": text, "author": other, "source": text, "section": other, "url": text,
                "date": f"20{10 + number % 9}-01-{1 + number % 28:02}", "note": text,
                # The body is an article, so that the quotes in it are found.
                "body": f"{text} and {other} were read in Wexley on Monday.\n\n"
                f"“The cell {text} is safe,” said Martha Dunmore, a mayor. “So is {other}.”\n\n{text}",
            }
            file.write(json.dumps(record, ensure_ascii=number % 2 == 0) + "\n")
        long = "=" + "long “cell” \U0001f4f0 " * 5000
        file.write(json.dumps({"headline": "Long", "source": "S", "body": long, "date": "2019-01-01"}) + "\n")


def run(*arguments, **options):
    result = subprocess.run(arguments, capture_output=True, text=True, **options)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, arguments))} failed:\n{result.stdout[-2000:]}{result.stderr[-2000:]}")
    return result.stdout


class Differences:
    count = 0

    @classmethod
    def tell(cls, reader, message):
        cls.count += 1
        if cls.count <= 20:
            print(f"DIFFERENT {reader}: {message}")


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    return rows[0], rows[1:]


def kinds(folder):
    """The type of each column that is no text, as the codebook has it."""
    _, rows = table(folder / "codebook.csv")
    return {(name, column): kind for name, column, kind, *_ in rows if kind != "string"}


def is_same(cell, want, kind):
    """Whether a value that was read, None where it is missing, is what the table says, of its type."""
    if cell is None or want == "":
        return (cell or "") == want
    if kind is None:
        return isinstance(cell, str) and cell == want
    if isinstance(cell, (str, bool)):
        return False
    return int(cell) == int(want) and int(cell) == cell if kind == "integer" else float(cell) == float(want)


def differences(folder, read, typed=True, clean=lambda text: text):
    """Reads all tables, compares them with Python's own reading of the bytes; and how many cells there were."""
    found, cells = [], 0
    types = kinds(folder) if typed else {}
    for path in sorted(folder.glob("*.csv")):
        columns, expected = table(path)
        names, rows = read(path)
        if names != columns or len(rows) != len(expected) or not rows:
            found.append(f"{path.name}: {len(rows)} rows of {names}, not {len(expected)} of {columns}")
            continue
        for number, (row, wanted) in enumerate(zip(rows, expected)):
            for name, cell, want in zip(columns, row, wanted, strict=True):
                cells += 1
                if not is_same(cell, clean(want), types.get((path.stem, name))):
                    found.append(f"{path.name} row {number + 1} {name}: {cell!r:.120} is not {want!r:.120}")
    if not cells:
        found.append("no cell was compared")
    return found, cells


def compare(reader, folder, read, **options):
    found, cells = differences(folder, read, **options)
    for message in found:
        Differences.tell(reader, message)
    print(f"{reader}: {cells:,} cells compared")


def check_comparison(folder, empty):
    """That the comparison can fail: by numbers that are texts, texts that are numbers, rows that are not there."""

    def as_numbers(path):
        columns, rows = table(path)
        return columns, [[float(cell) if cell.isascii() and cell.isdecimal() else cell for cell in row] for row in rows]

    empty.mkdir()
    for reading, where, read in [
        ("numbers read as texts", folder, table), ("texts read as numbers", folder, as_numbers),
        ("tables without their rows", folder, lambda path: (table(path)[0], [])),
    ]:
        if not differences(where, read)[0]:
            Differences.tell("comparison", f"{reading} are not noticed")
    if not differences(empty, table, typed=False)[0]:
        Differences.tell("comparison", "a folder without tables is not noticed")


def compare_with_archive(folder, archive):
    """The table of articles against the archive's own view, with no CSV between."""
    columns, rows = table(folder / "articles.csv")
    names = [name for name in ("source", "headline", "author", "url", "section", "body", "metadata") if name in columns]
    connection = sqlite3.connect(archive)
    stored = connection.execute(f"SELECT {', '.join(names)} FROM article ORDER BY id").fetchall()
    ours = [[row[columns.index(name)] for name in names] for row in rows]
    for number, (row, wanted) in enumerate(zip(ours, stored)):
        for name, cell, want in zip(names, row, wanted):
            if cell != (want or ""):
                Differences.tell("archive", f"row {number + 1} {name}: {cell!r:.120} is not {want!r:.120}")
    if len(ours) != len(stored) or not stored:
        Differences.tell("archive", f"{len(ours)} rows, not {len(stored)}")
    print(f"archive: {len(ours) * len(names):,} cells compared")


def with_pandas(folder):
    try:
        import pandas
    except ImportError:
        return print("pandas: skipped, it is not installed")
    sys.path.insert(0, str(folder))
    import read_tables

    def read(path):
        frame = read_tables.read(path.stem)
        return list(frame.columns), [
            [None if pandas.isna(cell) else cell for cell in row] for row in frame.itertuples(index=False)
        ]

    compare(f"pandas {pandas.__version__}", folder, read)


R_DUMP = """
source("read.R", chdir = TRUE)
for (name in names(tables)) {
  table <- tables[[name]]
  out <- file(file.path("dump", paste0(name, ".txt")), "wb")
  writeLines(paste(names(table), collapse = " "), out, useBytes = TRUE)
  cells <- lapply(table, function(column) vapply(column, function(cell) {
    if (is.na(cell)) return("-")
    text <- if (is.character(cell)) enc2utf8(cell) else format(cell, digits = 17, scientific = FALSE, trim = TRUE)
    paste0(if (is.numeric(cell)) "n" else "x", paste(charToRaw(text), collapse = ""))
  }, "", USE.NAMES = FALSE))
  writeLines(do.call(paste, cells), out, useBytes = TRUE)
  close(out)
}
cat(R.version.string)
"""


def with_r(folder, **options):
    if not shutil.which("Rscript"):
        return print("R: skipped, Rscript is not installed")
    (folder / "dump").mkdir()
    (folder / "dump.R").write_text(R_DUMP)
    version = run("Rscript", "--vanilla", "dump.R", cwd=folder, env={**os.environ, "LC_ALL": "C.UTF-8"})

    def read(path):
        lines = (folder / "dump" / f"{path.stem}.txt").read_text().splitlines()
        return lines[0].split(" "), [[value(cell) for cell in line.split(" ")] for line in lines[1:] if line]

    def value(cell):
        if cell == "-":
            return None
        text = bytes.fromhex(cell[1:]).decode("utf-8")
        if cell[0] == "x":
            return text
        return int(text) if text.lstrip("-").isdecimal() else float(text)

    compare(version.strip(), folder, read, **options)


def with_r_and_nul(program, folder):
    """Texts with NUL, which R cannot hold: without them nothing else is lost, with carriage returns and without."""
    if not shutil.which("Rscript"):
        return
    for name, end in [("nul", ""), ("nul-and-return", "\r")]:
        archive, out = folder / f"{name}.backfile", folder / name
        with open(folder / f"{name}.jsonl", "w", encoding="utf-8") as file:
            for number in range(3):
                file.write(json.dumps({
                    "headline": f"before\0after {number}{end}x", "source": "Nil\0Post", "date": "2019-03-04",
                    "body": f"Wexley\0harbour was{end} shut.\n\n\u201cIt is \0shut,\u201d said Martha Dunmore, a mayor.\n\n"
                    "Read more: All the news of the harbour.",
                }) + "\n")
        run(program, "import", "-q", "-a", str(archive), str(folder / f"{name}.jsonl"))
        run(program, "export", "-q", "-a", str(archive), "wexley", "--for", "r", "-o", str(out))
        if b"\0" not in (out / "articles.csv").read_bytes():
            Differences.tell("R", "no NUL is in the table: nothing was shown")
        with_r(out, clean=lambda text: text.replace("\0", ""))


def with_sqlite(folder):
    if not shutil.which("sqlite3"):
        return print("sqlite3: skipped, it is not installed")
    version = run("sqlite3", "--version").split()[0]

    def read(path):
        columns, _ = table(path)
        hexed = ", ".join(f'hex("{name}")' for name in columns)
        script = f".mode csv\n.import '{path}' t\n.mode list\n.separator ' '\nSELECT {hexed} FROM t ORDER BY rowid;\n"
        lines = run("sqlite3", ":memory:", input=script).splitlines()
        return columns, [[bytes.fromhex(cell).decode("utf-8") for cell in line.split(" ")] for line in lines]

    # What the shell imports is all text.
    compare(f"sqlite3 {version}", folder, read, typed=False)


def with_frictionless(folders):
    try:
        import frictionless
    except ImportError:
        return print("frictionless: skipped, it is not installed")
    for folder in folders:
        report = frictionless.validate(str(folder / "datapackage.json"))
        tables = len(list(folder.glob("*.csv")))
        if not report.valid or len(report.tasks) < max(tables, 1):
            Differences.tell("frictionless", f"{folder.name}: {report.flatten(['name', 'type', 'note'])[:5]}")
    print(f"frictionless {frictionless.__version__}: {len(folders)} packages validated")


def with_networkx(gexf, graphml):
    try:
        import networkx
    except ImportError:
        return print("networkx: skipped, it is not installed")
    one, other = networkx.read_gexf(gexf), networkx.read_graphml(graphml)
    if one.number_of_nodes() != other.number_of_nodes() or one.number_of_edges() != other.number_of_edges() \
            or not one.number_of_edges():
        Differences.tell("networkx", f"GEXF {one} and GraphML {other}")
    print(f"networkx {networkx.__version__}: {one.number_of_nodes()} nodes, {one.number_of_edges()} edges, twice")


def with_libreoffice(excel, plain):
    """Formulas in what LibreOffice makes of the tables when it is told to evaluate them."""
    if not shutil.which("soffice"):
        return print("LibreOffice: skipped, it is not installed")
    # Comma, quote mark, UTF-8, from line 1; the 13th: evaluate formulas (the dialog's own option).
    options = "44,34,76,1,,0,false,true,false,false,false,-1,true"

    def sheet(path):
        target = path.parent / "office"
        run("soffice", "--headless", f"-env:UserInstallation=file://{target}-profile",
            f"--infilter=CSV:{options}", "--convert-to", "xlsx", "--outdir", str(target), str(path))
        found = sorted(target.glob(f"{path.stem}*.xlsx"))
        rows = formulas = 0
        for file in found:
            with zipfile.ZipFile(file) as workbook:
                for name in workbook.namelist():
                    if name.startswith("xl/worksheets/sheet"):
                        text = workbook.read(name).decode("utf-8")
                        rows += text.count("<row ")
                        formulas += text.count("<f>") + text.count("<f ")
        return rows, formulas

    for name in ("articles", "quotes", "kwic", "speakers"):
        rows, formulas = sheet(excel / f"{name}.csv")
        if formulas or not rows:
            Differences.tell("LibreOffice", f"{name}.csv: {formulas} formulas in {rows} rows")
        print(f"LibreOffice: {name}.csv of the Excel preset has {rows:,} rows and {formulas} formulas")
    # That the question is one: without the guard, formulas run.
    rows, formulas = sheet(plain / "articles.csv")
    if not formulas:
        Differences.tell("LibreOffice", "the tables without a guard have no formula either: nothing was shown")
    print(f"LibreOffice: articles.csv without a guard has {formulas} formulas")


def check_excel(folder):
    """No cell longer than Excel takes, no formula, and a flag where a cell was cut."""
    cut = rows = 0
    types = kinds(folder)
    for path in folder.glob("*.csv"):
        with open(path, encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            for row in reader:
                rows += 1
                for name, cell in row.items():
                    if cell[:1] in tuple("=+-@\t\r\n") and cell and (path.stem, name) not in types:
                        Differences.tell("Excel", f"{path.name} {name}: {cell!r:.120} is a formula")
                longest = max(len((cell or "").encode("utf-16-le")) // 2 for cell in row.values())
                cut += bool(row["cut_columns"])
                if longest > 32_767 or bool(row["cut_columns"]) != (longest >= 32_766):
                    Differences.tell("Excel", f"{path.name}: a cell of {longest} characters, flag {row['cut_columns']!r}")
        if not path.read_bytes().startswith(b"\xef\xbb\xbf"):
            Differences.tell("Excel", f"{path.name} has no byte order mark")
    if not cut:
        Differences.tell("Excel", "no cell was cut")
    print(f"Excel: {rows:,} rows, {cut} with cut cells, flagged")


def main():
    program = str(Path(sys.argv[1]).resolve())
    extra = []
    if len(sys.argv) > 2:
        extra = [text for text in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")) if text]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        naughty_articles(folder / "naughty.jsonl", extra)
        archive = folder / "naughty.backfile"
        run(program, "import", "-q", "-a", str(archive), str(folder / "naughty.jsonl"))
        # All articles, and a word that all but the long one have, for the concordance.
        for audience in ("any", "excel", "r", "python", "stata", "quanteda"):
            run(program, "export", "-q", "-a", str(archive), "wexley OR *", "--for", audience, "-o", str(folder / audience),
                "--network", "graphml" if audience == "r" else "gexf")
        run(program, "export", "-q", "-a", str(archive), "--no-text", "-o", str(folder / "no-text"))
        compare_with_archive(folder / "any", archive)
        for path in (folder / "any").glob("*.csv"):
            if path.name != "codebook.csv" and path.read_bytes() != (folder / "r" / path.name).read_bytes():
                Differences.tell("machine presets", f"{path.name} differs")
        check_comparison(folder / "any", folder / "empty")
        with_pandas(folder / "python")
        with_r(folder / "r")
        with_r_and_nul(program, folder)
        with_sqlite(folder / "any")
        check_excel(folder / "excel")
        with_frictionless([folder / name for name in ("any", "excel", "r", "python", "stata", "quanteda", "no-text")])
        with_networkx(folder / "any" / "network.gexf", folder / "r" / "network.graphml")
        with_libreoffice(folder / "excel", folder / "any")
    if Differences.count:
        sys.exit(f"{Differences.count} differences")


main()
