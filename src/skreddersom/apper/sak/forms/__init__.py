"""The forms of a case: what can be filled in, in the words of the caseworker. Each knows what it gives to its action."""
