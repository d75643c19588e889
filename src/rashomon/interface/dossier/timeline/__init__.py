"""What happened when: the acts in order of time, each with who tells it and how their accounts stand."""
