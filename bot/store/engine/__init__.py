"""The database: connection, transactions, schema, files and backups."""
