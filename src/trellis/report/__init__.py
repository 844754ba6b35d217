"""Records to .xlsx .docx .html .csv, the same bytes for the same study."""
