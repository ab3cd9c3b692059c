"""Which verb stands in which clause, with its subject and object, and what it depends on."""
