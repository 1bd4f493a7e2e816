"""Run every benchmark."""

import sys

from bench import forwarding, hot_path, sitting_back

hot_path.main()
sys.exit(max(forwarding.main(), sitting_back.main()))
