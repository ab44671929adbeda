"""The port that letters go out through. Which one is used, the settings choose (``BREVSENDER``)."""
