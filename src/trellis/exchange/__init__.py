"""Spreadsheets and other tools' files to records and back."""
