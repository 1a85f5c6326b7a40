"""`python -m generator COUNT FOLDER [SEED]`: writes documents with their answers into a folder."""

import sys
from pathlib import Path

from generator.documents import write

if not 3 <= len(sys.argv) <= 4:
    sys.exit(__doc__)
write(Path(sys.argv[2]), int(sys.argv[1]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
