// Builds what is generated and not committed.
