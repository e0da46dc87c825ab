package haxe.internal;

/**
	Dates and times of day as numbers of milliseconds since 1970-01-01 00:00:00, in whatever zone that is. The Gregorian
	calendar by Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): a year starts in March, so that
	the leap day is its last, and 400 years are one era of 146097 days.
**/
class Calendar {
	public static inline final SECOND = 1000.0;
	public static inline final MINUTE = 60000.0;
	public static inline final HOUR = 3600000.0;
	public static inline final DAY = 86400000.0;

	static inline final DAYS_OF_ERA = 146097;

	/** From 0000-03-01 to 1970-01-01. **/
	static inline final DAYS_TO_1970 = 719468;

	/** Months count from 0; numbers out of range carry over. **/
	public static function time(year:Int, month:Int, day:Int, hour:Int, minute:Int, second:Int):Float {
		return daysTo(year, month) * DAY + (day - 1) * DAY + hour * HOUR + minute * MINUTE + second * SECOND;
	}

	/** Days from 1970 to the first of a month. **/
	static function daysTo(year:Int, month:Int):Float {
		var years = year + floorDivide(month - 2, 12);
		var monthFromMarch = month - 2 - 12 * floorDivide(month - 2, 12);
		var era = floorDivide(years, 400);
		var yearOfEra = years - era * 400;
		var dayOfYear = Std.int((153 * monthFromMarch + 2) / 5);
		var dayOfEra = yearOfEra * 365 + Std.int(yearOfEra / 4) - Std.int(yearOfEra / 100) + dayOfYear;
		return era * (DAYS_OF_ERA : Float) + dayOfEra - DAYS_TO_1970;
	}

	/** The month counts from 0, the day from 1. **/
	public static function date(time:Float):{year:Int, month:Int, day:Int} {
		var days = Math.ffloor(time / DAY) + DAYS_TO_1970;
		var era = Math.ffloor(days / DAYS_OF_ERA);
		var dayOfEra = Std.int(days - era * DAYS_OF_ERA);
		var yearOfEra = Std.int((dayOfEra - Std.int(dayOfEra / 1460) + Std.int(dayOfEra / 36524) - Std.int(dayOfEra / 146096)) / 365);
		var dayOfYear = dayOfEra - (365 * yearOfEra + Std.int(yearOfEra / 4) - Std.int(yearOfEra / 100));
		var monthFromMarch = Std.int((5 * dayOfYear + 2) / 153);
		var isNextYear = monthFromMarch >= 10;
		return {
			year: Std.int(era * 400.0) + yearOfEra + (isNextYear ? 1 : 0),
			month: isNextYear ? monthFromMarch - 10 : monthFromMarch + 2,
			day: dayOfYear - Std.int((153 * monthFromMarch + 2) / 5) + 1
		};
	}

	public static function hours(time:Float):Int {
		return Std.int(timeOfDay(time) / HOUR);
	}

	public static function minutes(time:Float):Int {
		return Std.int(timeOfDay(time) / MINUTE) % 60;
	}

	public static function seconds(time:Float):Int {
		return Std.int(timeOfDay(time) / SECOND) % 60;
	}

	static function timeOfDay(time:Float):Float {
		return time - Math.ffloor(time / DAY) * DAY;
	}

	/** Sunday is 0; 1970 began on a Thursday. **/
	public static function weekday(time:Float):Int {
		var days = Math.ffloor(time / DAY) + 4;
		return Std.int(days - Math.ffloor(days / 7) * 7);
	}

	/**
		The time in UTC of one in a zone that is `offset` minutes ahead at a time in UTC. Of two that a clock set back
		shows it is the first; one that a clock set forward leaves out counts as if it had not been set.
	**/
	public static function utcOfLocal(local:Float, offset:Float->Int):Float {
		var before = local - offset(local - DAY) * MINUTE;
		if (before + offset(before) * MINUTE == local) return before;
		var after = local - offset(local + DAY) * MINUTE;
		return after + offset(after) * MINUTE == local ? after : before;
	}

	static function floorDivide(a:Int, b:Int):Int {
		return Math.floor(a / b);
	}
}
