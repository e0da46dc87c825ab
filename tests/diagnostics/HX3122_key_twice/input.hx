class Main {
	static var ages = ["Ada" => 36, "Alan" => 41, "Ada" => 37];
}
