module ferrobind/bench/hand

go 1.24
