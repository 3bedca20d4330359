module ferrobind/bench/objects

go 1.24
