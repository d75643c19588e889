"""What numbers count: the measure, whom, how much, and what is counted twice."""
