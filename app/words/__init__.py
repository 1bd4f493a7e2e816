"""What the server writes by itself, in every language of the page: files, mails, and why something was not done.

The texts are made of the page's dictionaries (`frontend/src/words`), by `make words-of-server`.
"""
