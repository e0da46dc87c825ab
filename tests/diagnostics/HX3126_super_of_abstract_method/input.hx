abstract class Shape {
	abstract function area():Float;
}

class Square extends Shape {
	function area():Float {
		return super.area();
	}
}
