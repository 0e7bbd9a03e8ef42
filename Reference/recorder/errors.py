"""The one exception that ends a command with a message and no traceback."""


class InputError(Exception):
    """The arguments, a definition or a file are wrong: the message says which and why."""
