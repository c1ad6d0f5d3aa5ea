"""A pack as it was and as it is: the files kept with answers, and ids that were renamed."""
