/**
 * What every widget of the course shares: the data the site ships ({@link
 * mirador.web.course.CourseData}), what the learner wrote ({@link mirador.web.course.CourseState})
 * and the three pictures ({@link mirador.web.course.PictureShelf}).
 */
package mirador.web.course;
