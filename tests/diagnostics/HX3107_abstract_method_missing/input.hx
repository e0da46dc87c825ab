class Square extends Shape {}

abstract class Shape {
	abstract function area():Float;

	abstract function name():String;
}
