/// A script that reads the tables with base R, and makes a quanteda corpus of the articles.
struct RScript {
  let tables: [ExportedTable]
  var hasCorpus = false

  var text: String {
    let reads = tables.map { table in
      let classes = table.columns.map { "\($0.name) = \"\(Self.kind(of: $0))\"" }
      return """
          \(table.name) = read_table("\(table.file)", c(
            \(classes.joined(separator: ",\n      "))))
        """
    }
    return """
      # Reads the tables of this folder. Nothing but base R is needed.
      #
      #   source("read.R", chdir = TRUE)
      #   str(tables$articles)
      #
      # Empty cells are NA. The text "NA" is a text. What the columns mean is in codebook.csv.

      read_table <- function(file, classes) {
        bytes <- readBin(file, "raw", file.size(file))
        nuls <- any(bytes == as.raw(0))
        returns <- any(bytes == as.raw(13))
        if (nuls) {
          warning(file, ": R has no NUL characters, they are left out")
          bytes <- bytes[bytes != as.raw(0)]
        }
        # read.csv() makes a line feed of each carriage return, inside of cells too: another mark, which
        # the file does not have, stands in their place meanwhile.
        mark <- "\\001r"
        if (returns) {
          text <- rawToChar(bytes)
          while (grepl(mark, text, fixed = TRUE, useBytes = TRUE)) mark <- paste0(mark, "r")
          bytes <- charToRaw(gsub("\\r", mark, text, fixed = TRUE, useBytes = TRUE))
        }
        if (nuls || returns) {
          file <- tempfile(fileext = ".csv")
          on.exit(unlink(file))
          writeBin(bytes, file)
        }
        table <- read.csv(
          file, colClasses = classes, na.strings = "", encoding = "UTF-8", check.names = FALSE,
          quote = "\\"", comment.char = "", strip.white = FALSE, stringsAsFactors = FALSE)
        if (returns) {
          for (name in names(table)[classes == "character"]) {
            column <- gsub(mark, "\\r", table[[name]], fixed = TRUE, useBytes = TRUE)
            Encoding(column) <- "UTF-8"
            table[[name]] <- column
          }
        }
        table
      }

      tables <- list(
      \(reads.joined(separator: ",\n"))
      )
      \(hasCorpus ? corpus : "")
      """
  }

  private var corpus: String {
    """

    # A corpus: the texts under their doc_id, the other columns as document variables. It needs the
    # package quanteda; articles without a text are left out.
    if (requireNamespace("quanteda", quietly = TRUE)) {
      articles <- tables$articles[!is.na(tables$articles$text), ]
      articles_corpus <- quanteda::corpus(articles, docid_field = "doc_id", text_field = "text")
    }

    """
  }

  private static func kind(of column: Column) -> String {
    switch column.kind {
    case .text: "character"
    // R's integers end at 2^31: numbers of any size are exact up to 2^53 in a double.
    case .integer, .real: "numeric"
    }
  }
}
