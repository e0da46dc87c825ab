package tween;

/** Maps progress from 0 to 1 to how much of a change has been made. **/
typedef Easing = Float->Float;

/** Easings after Robert Penner's equations, and ways to make one from others. **/
class Ease {
	public static function linear(t:Float):Float {
		return t;
	}

	public static function quadIn(t:Float):Float {
		return t * t;
	}

	public static function cubicIn(t:Float):Float {
		return t * t * t;
	}

	/** Goes back a little first. **/
	public static function backIn(t:Float):Float {
		var overshoot = 1.75;
		return t * t * ((overshoot + 1.0) * t - overshoot);
	}

	public static function bounceOut(t:Float):Float {
		var left = t * 2.75;
		return switch (left) {
			case _ if (left < 1.0): bounce(left, 0.0, 0.0);
			case _ if (left < 2.0): bounce(left, 1.5, 0.75);
			case _ if (left < 2.5): bounce(left, 2.25, 0.9375);
			case _: bounce(left, 2.625, 0.984375);
		}
	}

	static inline function bounce(t:Float, middle:Float, height:Float):Float {
		return (t - middle) * (t - middle) + height;
	}

	/** The easing backwards: what began slowly ends slowly. **/
	public static function out(easing:Easing):Easing {
		return t -> 1.0 - easing(1.0 - t);
	}

	public static function inOut(easing:Easing):Easing {
		return t -> t < 0.5 ? easing(t * 2.0) / 2.0 : 1.0 - easing(2.0 - t * 2.0) / 2.0;
	}

	public static function steps(count:Int):Easing {
		return t -> Math.ffloor(t * count) / count;
	}

	public static function mix(first:Easing, second:Easing, share:Float):Easing {
		return t -> first(t) * (1.0 - share) + second(t) * share;
	}
}
