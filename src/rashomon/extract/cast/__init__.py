"""The people and bodies a report names, and which of its words mean the same one."""
