package vehicles;

import core.input.Input;
import core.input.Keys;

/** What the pilot asks for in one step; each value from -1 to 1. **/
class FlightInput {
	public var forward:Float = 0.0;
	public var right:Float = 0.0;
	public var climb:Float = 0.0;
	public var turn:Float = 0.0;

	public function new() {}

	/** W A S D or the arrows fly, space and shift climb and sink, Q and E turn. **/
	public function readKeyboard():Void {
		forward = either(Input.axis(Keys.S, Keys.W), Input.axis(Keys.DOWN, Keys.UP));
		right = either(Input.axis(Keys.A, Keys.D), Input.axis(Keys.LEFT, Keys.RIGHT));
		climb = Input.axis(Keys.LEFT_SHIFT, Keys.SPACE);
		turn = Input.axis(Keys.E, Keys.Q);
	}

	static function either(a:Float, b:Float):Float {
		return a != 0.0 ? a : b;
	}
}
