"""The control catalogue: what warns the caseworker today is what the leader sees this week and what an inspector would find."""
