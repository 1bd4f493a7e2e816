"""The installation of one server: its files in `make test`, the whole on a fresh Debian by `make prove-install`."""
