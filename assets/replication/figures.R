# Computes every figure of the overview from the tables and compares it with tables/figures.csv.
#   Rscript scripts/figures.R
# Needs base R only. Ends with exit code 1 where a figure differs.

script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
tables <- file.path(dirname(dirname(normalizePath(script))), "tables")

# Without the apostrophe that keeps a spreadsheet from running a text as a formula.
plain <- function(text) sub("^'(?='*[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20])", "", text, perl = TRUE)

read <- function(name) {
  table <- read.csv(file.path(tables, paste0(name, ".csv")), colClasses = "character", na.strings = character(),
                    encoding = "UTF-8", check.names = FALSE)
  table[] <- lapply(table, plain)
  table
}

tidy <- function(text) gsub("[[:space:]]+", " ", trimws(text))
split <- function(text) strsplit(text, "|", fixed = TRUE)[[1]]

# 95 % percentile interval of the share, from 2,000 draws of whole papers (Efron and Tibshirani 1993). The generator is
# MINSTD (Park and Miller 1988, 1993), begun at 1848 for each bar; quantiles are of type 7.
bounds <- function(hits, of) {
  order <- order(hits, of)
  hits <- hits[order]
  of <- of[order]
  n <- length(hits)
  x <- 1848
  places <- numeric(2000 * n)
  for (i in seq_along(places)) {
    x <- (48271 * x) %% 2147483647
    places[i] <- floor((x - 1) / 2147483646 * n) + 1
  }
  drawn <- matrix(places, nrow = n)
  shares <- colSums(matrix(hits[drawn], nrow = n)) / colSums(matrix(of[drawn], nrow = n))
  unname(quantile(shares, c(0.025, 0.975), type = 7))
}

given <- read("figures")
if (nrow(given) == 0) {
  cat("there are no figures\n")
  quit(status = 0)
}
codebook <- read("codebook")
tags <- codebook$id[codebook$entry == "tag"]
documents <- read("documents")
codings <- read("codings")
codings <- codings[codings$coder == given$coder[1] & codings$pass == given$pass[1] & codings$tag != "", ]
by_answer <- given$count_by[1] == "answers"

# Questions of each paper, or the answers they belong to.
how_many <- function(rows) {
  rows <- codings[rows, c("doc_id", "answer_group")]
  if (by_answer) rows <- unique(rows)
  counts <- table(factor(rows$doc_id, levels = documents$doc_id))
  as.numeric(counts)
}

keys <- character()
values <- numeric()
put <- function(chart, group, measure, value) {
  keys <<- c(keys, paste(chart, group, measure, sep = "\t"))
  values <<- c(values, value)
}

# counts: a column for each tag, a row for each paper; hits and of: the share of each paper.
bar <- function(chart, group, counts, hits, of) {
  kept <- of > 0
  if (!any(kept)) return(invisible())
  for (i in seq_along(tags)) {
    count <- sum(counts[kept, i])
    if (count > 0) {
      put(chart, group, paste0("count_", tags[i]), count)
      put(chart, group, paste0("share_", tags[i]), count / sum(of))
    }
  }
  put(chart, group, "n", sum(of))
  put(chart, group, "documents", sum(kept))
  if (sum(of) >= 10 && sum(kept) > 1) {
    found <- bounds(hits[kept], of[kept])
    put(chart, group, "low", found[1])
    put(chart, group, "high", found[2])
  }
}

# The bar of the codings that fit, in the papers that belong to it.
first_of_all <- function(chart, group, fits, belongs = rep(TRUE, nrow(documents))) {
  counts <- matrix(sapply(tags, function(tag) how_many(fits & codings$tag == tag)), ncol = length(tags))
  counts[!belongs, ] <- 0
  bar(chart, group, counts, counts[, 1], rowSums(counts))
}

every <- rep(TRUE, nrow(codings))
first_of_all("all", "", every)
day <- ifelse(documents$date_answer != "", documents$date_answer, documents$date_published)
quarter <- ifelse(day == "", NA, paste0(substr(day, 1, 4), "-Q", (as.integer(substr(day, 6, 7)) + 2) %/% 3))
parties <- lapply(documents$asker_party, function(text) {
  found <- unique(tidy(split(text)))
  if (length(found) == 0) "" else found
})
groups <- list(ministry = as.list(tidy(documents$ministry)), party = parties, parliament = as.list(documents$land),
               quarter = as.list(quarter))
for (chart in names(groups)) {
  for (group in unique(na.omit(unlist(groups[[chart]])))) {
    first_of_all(chart, group, every, sapply(groups[[chart]], function(found) group %in% found))
  }
}
asked <- lapply(codings$asked_for, split)
for (code in unique(unlist(asked))) {
  first_of_all("asked", code, sapply(asked, function(found) code %in% found))
}
set <- lapply(codings$facets, split)
for (i in which(codebook$means[codebook$entry == "tag"] == "not_given")) {
  tagged <- codings$tag == tags[i]
  for (facet in codebook$id[codebook$entry == "facet"]) {
    hits <- how_many(tagged & sapply(set, function(found) facet %in% found))
    counts <- matrix(0, nrow(documents), length(tags))
    counts[, i] <- hits
    if (any(hits > 0)) bar(paste0("facets_", tags[i]), facet, counts, hits, how_many(tagged))
  }
}
days <- suppressWarnings(as.numeric(documents$days_q_a))
for (office in unique(tidy(documents$ministry))) {
  of_office <- days[tidy(documents$ministry) == office & !is.na(days) & days >= 0]
  if (length(of_office) > 0) {
    put("days", office, "documents", length(of_office))
    put("days", office, "median", median(of_office))
  }
}

differ <- 0
for (i in seq_len(nrow(given))) {
  key <- paste(given$chart[i], given$group[i], given$measure[i], sep = "\t")
  found <- values[match(key, keys)]
  if (is.na(found) || abs(found - as.numeric(given$value[i])) > 1e-12) {
    differ <- differ + 1
    cat("differs:", key, "given", given$value[i], "computed", format(found, digits = 17), "\n")
  }
}
if (differ > 0) {
  cat(differ, "of", nrow(given), "figures differ\n")
  quit(status = 1)
}
cat("all", nrow(given), "figures agree\n")
