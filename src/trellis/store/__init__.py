"""One study in one SQLite file: tables, history, search. The only place with SQL."""
