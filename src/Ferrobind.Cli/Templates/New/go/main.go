package main

import (
	"fmt"

	"rust/__go__"
)

func main() {
	fmt.Println(__go__.Greet("Go"))
	if mean, ok := __go__.Mean([]float64{1, 2, 6}); ok {
		fmt.Println("The mean is", mean)
	}
}
