"""``python -m skreddersom`` is the command line."""

import sys

from skreddersom.cli import main

if __name__ == "__main__":
    sys.exit(main())
