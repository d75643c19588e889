"""On whose word: the way from each outlet over those who pass words on to the ones who first said them."""
