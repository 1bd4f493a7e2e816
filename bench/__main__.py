"""Run every benchmark."""

import sys

from bench import forwarding, hot_path

hot_path.main()
sys.exit(forwarding.main())
