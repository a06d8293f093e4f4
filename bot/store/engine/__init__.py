"""The database: connection, transactions, schema and files."""
