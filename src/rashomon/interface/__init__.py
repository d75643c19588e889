"""Where people meet the package: the command line, the dossier, the desk."""
