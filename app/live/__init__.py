"""The circle alive: one actor per circle, its timer, its people's outboxes and its sound. No HTTP here."""
