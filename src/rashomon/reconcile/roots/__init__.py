"""Who first said it: the voices of an event, the names of one voice put together, and whom own words rest on."""
