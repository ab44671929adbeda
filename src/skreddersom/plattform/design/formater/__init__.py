"""How dates and numbers are written where Django's own way would be misread; Django finds the modules by language."""
