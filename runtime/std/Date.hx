import haxe.internal.Calendar;

/**
	A moment, to the millisecond, with its date and time in the local zone. Months count from 0, days from 1, days of the
	week from Sunday as 0. Dates before 1582 are of the Gregorian calendar too.
**/
class Date {
	var time:Float;

	@:intrinsic("host.now") static function hostNow():Float;

	/** Minutes that the local zone is ahead of UTC at a time. **/
	@:intrinsic("host.zoneOffset") static function zoneOffset(time:Float):Int;

	/** A date and time of the local zone. Numbers out of range carry over: day 0 is the last of the month before. **/
	public function new(year:Int, month:Int, day:Int, hour:Int, min:Int, sec:Int) {
		time = Calendar.utcOfLocal(Calendar.time(year, month, day, hour, min, sec), zoneOffset);
	}

	/** Milliseconds since 1970 began in UTC. **/
	public function getTime():Float {
		return time;
	}

	function localTime():Float {
		return time + zoneOffset(time) * Calendar.MINUTE;
	}

	/** 0 to 23. **/
	public function getHours():Int {
		return Calendar.hours(localTime());
	}

	/** 0 to 59. **/
	public function getMinutes():Int {
		return Calendar.minutes(localTime());
	}

	/** 0 to 59. **/
	public function getSeconds():Int {
		return Calendar.seconds(localTime());
	}

	public function getFullYear():Int {
		return Calendar.date(localTime()).year;
	}

	/** 0 to 11. **/
	public function getMonth():Int {
		return Calendar.date(localTime()).month;
	}

	/** The day of the month, 1 to 31. **/
	public function getDate():Int {
		return Calendar.date(localTime()).day;
	}

	/** The day of the week, 0 to 6. **/
	public function getDay():Int {
		return Calendar.weekday(localTime());
	}

	public function getUTCHours():Int {
		return Calendar.hours(time);
	}

	public function getUTCMinutes():Int {
		return Calendar.minutes(time);
	}

	public function getUTCSeconds():Int {
		return Calendar.seconds(time);
	}

	public function getUTCFullYear():Int {
		return Calendar.date(time).year;
	}

	public function getUTCMonth():Int {
		return Calendar.date(time).month;
	}

	public function getUTCDate():Int {
		return Calendar.date(time).day;
	}

	public function getUTCDay():Int {
		return Calendar.weekday(time);
	}

	/** Minutes that the local zone is behind UTC: -60 in Rome in winter. **/
	public function getTimezoneOffset():Int {
		return -zoneOffset(time);
	}

	/** `YYYY-MM-DD hh:mm:ss` in the local zone. **/
	public function toString():String {
		return DateTools.format(this, "%Y-%m-%d %H:%M:%S");
	}

	public static function now():Date {
		return fromTime(hostNow());
	}

	/** From milliseconds since 1970 began in UTC. **/
	public static function fromTime(t:Float):Date {
		var date = new Date(1970, 0, 1, 0, 0, 0);
		date.time = t;
		return date;
	}

	/**
		Reads `YYYY-MM-DD hh:mm:ss` and `YYYY-MM-DD` in the local zone, and `hh:mm:ss` as a time since 1970 began in UTC.
		Throws an `Exception` for other texts.
	**/
	public static function fromString(s:String):Date {
		return switch (s.length) {
			case 8: fromTime(Calendar.time(1970, 0, 1, number(s, 0, 2), number(s, 3, 2, ":"), number(s, 6, 2, ":")));
			case 10: new Date(number(s, 0, 4), number(s, 5, 2, "-") - 1, number(s, 8, 2, "-"), 0, 0, 0);
			case 19: new Date(number(s, 0, 4), number(s, 5, 2, "-") - 1, number(s, 8, 2, "-"), number(s, 11, 2, " "), number(s, 14, 2, ":"),
				number(s, 17, 2, ":"));
			default: invalid(s);
		}
	}

	/** The digits at a place, behind a separator. **/
	static function number(text:String, at:Int, count:Int, separator:String = ""):Int {
		var value = 0;
		if (text.substr(at - separator.length, separator.length) != separator) invalid(text);
		for (i in 0...count) {
			var digit = StringTools.fastCodeAt(text, at + i) - "0".code;
			if (digit < 0 || digit > 9) invalid(text);
			value = value * 10 + digit;
		}
		return value;
	}

	static function invalid(text:String):Dynamic {
		throw new haxe.Exception("Invalid date format : " + text);
	}
}
