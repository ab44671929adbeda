"""From the caseload in 11F to the candidates one should look at, in order."""
