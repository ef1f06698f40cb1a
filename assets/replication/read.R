# Reads the tables with the types that tables/columns.csv names: source("scripts/read.R") in the folder of the package.
# Base R only. Makes a list `tables` of data frames.

plain <- function(text) sub("^'(?='*[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20])", "", text, perl = TRUE)

read_text <- function(path) {
  read.csv(path, colClasses = "character", na.strings = "", encoding = "UTF-8", check.names = FALSE)
}

types <- list(
  text = plain, number = as.integer, decimal = as.numeric, flag = function(cells) cells == "1", date = as.Date,
  time = function(cells) as.POSIXct(cells, format = "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")
)
columns <- read_text("tables/columns.csv")

read_table <- function(name) {
  table <- read_text(file.path("tables", paste0(name, ".csv")))
  for (i in which(columns$table == name)) table[[columns$column[i]]] <- types[[columns$type[i]]](table[[columns$column[i]]])
  table
}

tables <- sapply(unique(columns$table), read_table, simplify = FALSE)
