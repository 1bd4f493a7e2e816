"""Tests of the virtual Balint circle; the folders mirror `app`."""
