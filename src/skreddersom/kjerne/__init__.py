"""What is true whoever asks: no clock, no network, no database, no framework."""
