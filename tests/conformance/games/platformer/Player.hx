package platformer;

enum PlayerState {
	Standing;
	Running(direction:Int);
	/** With the seconds that the button still lifts. **/
	Jumping(lift:Float);
	Falling;
	/** With the seconds until it starts again. **/
	Hurt(left:Float);
}

/** What is held down in a step. **/
enum abstract Button(Int) to Int {
	var Left = 1;
	var Right = 2;
	var Jump = 4;
}

abstract Buttons(Int) from Int {
	public inline function has(button:Button):Bool {
		return this & (button : Int) != 0;
	}

	public var direction(get, never):Int;

	function get_direction():Int {
		return (has(Right) ? 1 : 0) - (has(Left) ? 1 : 0);
	}
}

class Player extends Body {
	static inline var RUN = 5.0;
	static inline var JUMP = 9.0;
	static inline var LIFT = 0.1875;

	public var state(default, null) = Standing;
	public var lives = 3;

	final start:Level.Cell;

	public function new(level:Level) {
		super(level, {x: level.start.column + 0.125, y: level.start.row, width: 0.75, height: 1.0});
		start = level.start;
	}

	public function control(buttons:Buttons, seconds:Float):Void {
		switch (state) {
			case Hurt(left) if (left > seconds):
				state = Hurt(left - seconds);
				return;
			case Hurt(_):
				box.x = start.column + 0.125;
				box.y = start.row;
				speedX = speedY = 0.0;
				state = Falling;
			case _:
				speedX = buttons.direction * RUN;
				state = next(buttons, seconds);
		}
		step(seconds);
	}

	function next(buttons:Buttons, seconds:Float):PlayerState {
		return switch [state, buttons.has(Jump)] {
			case [Standing | Running(_), true] if (isOnGround):
				speedY = -JUMP;
				Jumping(LIFT);
			case [Jumping(lift), true] if (lift > seconds && speedY < 0.0):
				speedY = -JUMP;
				Jumping(lift - seconds);
			case [Jumping(_) | Falling, _] if (!isOnGround):
				speedY < 0.0 ? Jumping(0.0) : Falling;
			case _:
				buttons.direction == 0 ? Standing : Running(buttons.direction);
		}
	}

	public function hurt():Bool {
		if (state.match(Hurt(_))) return false;
		lives--;
		state = Hurt(0.5);
		return true;
	}

	public function bounce():Void {
		speedY = -JUMP / 2.0;
		state = Jumping(0.0);
	}
}
