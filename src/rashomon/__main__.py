"""``python -m rashomon`` is the command line."""

from rashomon.interface.cli import main

main()
